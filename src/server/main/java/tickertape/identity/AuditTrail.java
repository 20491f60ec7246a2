package tickertape.identity;

import jakarta.servlet.ServletRequest;
import java.time.Instant;

/// Where a feature notes what somebody has done by a right that others do not have.
public interface AuditTrail {

    /// Adds an entry.
    ///
    /// @param action a short name, in lower case with hyphens, that begins with the feature, such as `note-deleted`
    /// @param detail what it was done to; never a password, a token or a cookie
    void add(String action, Caller caller, ServletRequest request, String detail);

    /// Adds an entry of something that is remembered elsewhere, too: it may be added again, and is one entry still.
    ///
    /// @param key what it is told apart by from others of its action
    /// @param time when it was done
    void addOnce(String action, String key, Instant time, Caller caller, ServletRequest request, String detail);
}
