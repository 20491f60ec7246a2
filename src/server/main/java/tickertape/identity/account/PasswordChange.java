package tickertape.identity.account;

/// The body of a request that changes a password.
public record PasswordChange(String current, String next) {

    /// Without the passwords.
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
