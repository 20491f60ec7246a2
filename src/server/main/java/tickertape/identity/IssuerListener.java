package tickertape.identity;

import java.time.Instant;

/// Hears what issuers of identities say of those that they vouch for.
@FunctionalInterface
public interface IssuerListener {

    /// Is called at each request of the caller, often with the same.
    ///
    /// @param said when the issuer has said so
    /// @param ends when that is good no longer
    void hear(Caller caller, Instant said, Instant ends);
}
