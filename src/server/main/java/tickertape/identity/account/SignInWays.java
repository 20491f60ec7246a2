package tickertape.identity.account;

import java.util.Optional;

/// How people may come in, besides by the name and password that they have.
///
/// @param signUp whether everybody may make an account here
/// @param provider what people call the place where they may sign in, too; empty if there is none
record SignInWays(boolean signUp, Optional<String> provider) {}
