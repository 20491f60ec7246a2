package tickertape.identity.oidc;

import java.util.Locale;

/// What came of a sign-in at the provider. The page has words for each.
enum SignInOutcome {
    DONE,
    /// The visitor has said no.
    CANCELLED,
    /// The provider does not let the visitor in.
    REFUSED,
    /// It took too long, or was not begun in this browser.
    LATE,
    /// The address has tried too often.
    TOO_MANY,
    /// The provider, or the database here, is away.
    UNAVAILABLE,
    /// What the provider says can't be used: one of the two is set up wrongly, or its clock is.
    FAILED,
    /// Signed out here, while the provider has no way to sign out.
    STAYS;

    /// As it is in an address, such as `too-many`.
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
