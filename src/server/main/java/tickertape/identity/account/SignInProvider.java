package tickertape.identity.account;

import java.time.Duration;
import java.util.Optional;

/// Where people of a company sign in, with an account that they have there.
///
/// @param label what people call it; empty if there is none
/// @param limit how long a session lasts until somebody has to go there again
public record SignInProvider(Optional<String> label, Duration limit) {}
