package tickertape.identity.audit;

import java.util.Locale;

/// What an entry of the audit log is about.
public enum AuditAction {
    SIGNED_UP,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    /// The current password was another one.
    PASSWORD_REFUSED,
    ACCOUNT_DELETED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    RIGHTS_CHANGED,
    /// A bearer token that is no good.
    TOKEN_REFUSED,
    /// Somebody may not do what was asked for.
    ACCESS_REFUSED,
    /// Somebody has asked too often.
    TOO_MANY_REFUSED;

    /// As it is stored and logged, such as `signed-in`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
