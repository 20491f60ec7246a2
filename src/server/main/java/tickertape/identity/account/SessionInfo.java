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
/// @param provider what people call the place where they may sign in, too; null if there is none
/// @param atProvider whether the account signs in at such a place, and has no password here
public record SessionInfo(
        boolean signedIn,
        @Nullable String id,
        @Nullable String name,
        List<String> rights,
        List<String> scopes,
        @Nullable Instant until,
        boolean signUp,
        @Nullable String provider,
        boolean atProvider) {

    /// Identifies what is in it.
    String state() {
        return Integer.toHexString(hashCode());
    }

    static SessionInfo of(Caller caller, SignInWays ways) {
        return new SessionInfo(
                true,
                caller.id(),
                caller.name(),
                caller.rights().stream().sorted().toList(),
                caller.scopes().stream().map(Scope::text).sorted().toList(),
                caller.until().orElse(null),
                ways.signUp(),
                ways.provider().orElse(null),
                Caller.isElsewhere(caller.id()));
    }

    static SessionInfo ofNobody(SignInWays ways) {
        return new SessionInfo(
                false,
                null,
                null,
                List.of(),
                List.of(),
                null,
                ways.signUp(),
                ways.provider().orElse(null),
                false);
    }
}
