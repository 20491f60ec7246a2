package tickertape.identity.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.identity.Scope;

/// Who the server takes the caller for.
///
/// @param signedIn whether it is anybody in particular; if not, there are no id, name and end
/// @param id of the account
/// @param rights of the account, such as `realtime`
/// @param scopes what its credential is good for
/// @param until when it ends; null if it does not end
/// @param signUp whether an account can be made here
public record SessionInfo(
        boolean signedIn,
        @Nullable String id,
        @Nullable String name,
        List<String> rights,
        List<String> scopes,
        @Nullable Instant until,
        boolean signUp) {

    /// Identifies what is in it.
    String state() {
        return Integer.toHexString(hashCode());
    }

    static SessionInfo of(Caller caller, boolean signUp) {
        return new SessionInfo(
                true,
                caller.id(),
                caller.name(),
                caller.rights().stream().sorted().toList(),
                caller.scopes().stream().map(Scope::text).sorted().toList(),
                caller.until().orElse(null),
                signUp);
    }

    static SessionInfo ofNobody(boolean signUp) {
        return new SessionInfo(false, null, null, List.of(), List.of(), null, signUp);
    }
}
