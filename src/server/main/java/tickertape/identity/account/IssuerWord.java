package tickertape.identity.account;

import java.time.Instant;

/// What an issuer of identities has said of an account.
///
/// @param isRealtime whether it may see prices at once
/// @param said when
/// @param ends when that is good no longer
record IssuerWord(String account, boolean isRealtime, Instant said, Instant ends) {

    /// Whether it counts instead of another. Of two of the same time, the one that allows less does.
    boolean replaces(IssuerWord other) {
        int order = said.compareTo(other.said);
        return order > 0 || (order == 0 && other.isRealtime && !isRealtime);
    }

    boolean allows(Instant now) {
        return isRealtime && ends.isAfter(now);
    }
}
