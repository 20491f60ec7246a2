package tickertape.identity;

import java.util.Optional;

/// An event: from now on, credentials of an account are no good any more. Whatever they have opened ends.
///
/// @param credential which of them; empty for all of the account
public record AccessEnded(String account, Optional<String> credential) {}
