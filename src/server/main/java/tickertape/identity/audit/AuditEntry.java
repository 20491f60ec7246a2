package tickertape.identity.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that somebody did with an account.
///
/// @param account the id of the account it was done with; null if there is none
/// @param name the name that was given
/// @param address where the request came from
/// @param detail such as the name of a token; never a password, a token or a cookie
public record AuditEntry(
        String id, Instant time, String action, @Nullable String account, String name, String address, String detail) {}
