package tickertape.identity.audit;

import java.util.Locale;

/// What an entry of the audit log is about.
public enum AuditAction {
    SIGNED_UP,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SIGNED_OUT_ALL,
    PASSWORD_CHANGED,
    ACCOUNT_DELETED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    RIGHTS_CHANGED;

    /// As it is stored and logged, such as `signed-in`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
