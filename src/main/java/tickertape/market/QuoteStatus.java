package tickertape.market;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Locale;

/// How far a quote can be relied on; in lower case in JSON.
@JsonbTypeAdapter(QuoteStatusAdapter.class)
public enum QuoteStatus {
    /// The instrument trades.
    TRADING,
    /// Trading in it is suspended.
    HALTED,
    /// Its source has gone silent.
    STALE,
    /// Its market is closed.
    CLOSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
