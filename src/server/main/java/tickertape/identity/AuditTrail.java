package tickertape.identity;

import jakarta.servlet.ServletRequest;

/// Where a feature notes what somebody has done by a right that others do not have.
@FunctionalInterface
public interface AuditTrail {

    /// Adds an entry.
    ///
    /// @param action a short name, in lower case with hyphens, that begins with the feature, such as `note-deleted`
    /// @param detail what it was done to; never a password, a token or a cookie
    void add(String action, Caller caller, ServletRequest request, String detail);
}
