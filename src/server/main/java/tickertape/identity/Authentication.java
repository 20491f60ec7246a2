package tickertape.identity;

/// What came of the question who makes a request.
public sealed interface Authentication {

    /// The request brings no credential.
    record Nobody() implements Authentication {}

    record Known(Caller caller) implements Authentication {}

    /// Its credential was good, and has ended.
    record Expired() implements Authentication {}

    /// Its credential is no good.
    ///
    /// @param reason in words that a client may see
    record Invalid(String reason) implements Authentication {}

    /// Nobody can say now, because what would tell is away.
    record Unavailable() implements Authentication {}
}
