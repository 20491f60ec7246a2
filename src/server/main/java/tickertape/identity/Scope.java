package tickertape.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a credential is good for. A session of the page is good for all; a token for what it was made for.
public enum Scope {
    /// To read what is the caller's own, and what only some may see.
    READ,
    /// To hand in prices.
    FEED,
    /// To act in the name of the account.
    TRADE;

    /// As it is written in a token and on the wire.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scope of that name, if there is one.
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }
}
