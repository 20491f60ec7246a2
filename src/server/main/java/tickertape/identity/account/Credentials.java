package tickertape.identity.account;

/// The body of a request that signs somebody up or in.
///
/// @param name of the account
public record Credentials(String name, String password) {

    /// Without the password.
    @Override
    public String toString() {
        return "Credentials[name=%s]".formatted(name);
    }
}
