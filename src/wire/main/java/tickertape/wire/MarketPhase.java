package tickertape.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Locale;

/// What a market as a whole is doing; in lower case in JSON.
@JsonbTypeAdapter(MarketPhase.Adapter.class)
public enum MarketPhase {
    /// A new day has begun, and trading has not.
    PRE,
    /// It trades.
    OPEN,
    /// Trading in all its instruments is suspended.
    HALTED,
    /// Trading is over.
    CLOSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A phase as a JSON string in lower case.
    public static final class Adapter implements JsonbAdapter<MarketPhase, String> {

        @Override
        public String adaptToJson(MarketPhase phase) {
            return phase.toString();
        }

        @Override
        public MarketPhase adaptFromJson(String text) {
            return MarketPhase.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
