package tickertape.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Locale;

/// Why the figures of a [Candle] may be less than the whole truth; in lower case in JSON.
@JsonbTypeAdapter(CandleMark.Adapter.class)
public enum CandleMark {
    /// Trading was suspended in a part of it.
    HALTED,
    /// The feed was silent in a part of it, or some of its trades were missed.
    GAP,
    /// Minutes in it or just before it were lost because the database was away.
    LOST,
    /// The server was restarted in it or just before it.
    RESTART,
    /// It is made up, from before the server's first start.
    SIMULATED,
    /// It is made of the middle between bid and ask, because the feed knows no trades.
    QUOTES,
    /// The database is away or takes nothing, and what has ended waits for it in memory. Only bars that are forming
    /// have this, and only on the stream.
    PAUSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A mark as a JSON string in lower case.
    public static final class Adapter implements JsonbAdapter<CandleMark, String> {

        @Override
        public String adaptToJson(CandleMark mark) {
            return mark.toString();
        }

        @Override
        public CandleMark adaptFromJson(String text) {
            return CandleMark.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
