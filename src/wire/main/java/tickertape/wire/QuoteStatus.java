package tickertape.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Locale;

/// How far a quote can be relied on; in lower case in JSON.
@JsonbTypeAdapter(QuoteStatus.Adapter.class)
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

    /// A status as a JSON string in lower case.
    public static final class Adapter implements JsonbAdapter<QuoteStatus, String> {

        @Override
        public String adaptToJson(QuoteStatus status) {
            return status.toString();
        }

        @Override
        public QuoteStatus adaptFromJson(String text) {
            return QuoteStatus.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
