package tickertape.identity;

import java.util.Optional;

/// An event: from now on, credentials of an account are no good any more. Whatever they have opened ends.
///
/// @param credential which of them; empty for all of the account
public record AccessEnded(String account, Optional<String> credential) {

    /// Whether it concerns a caller.
    public boolean concerns(Caller caller) {
        return account.equals(caller.id())
                && credential.map(caller.credential()::equals).orElse(true);
    }
}
