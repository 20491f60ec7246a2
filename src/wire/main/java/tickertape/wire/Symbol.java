package tickertape.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.regex.Pattern;

/// The name an instrument is traded under, such as `AAPL` or `BRK.B`: a plain string in JSON.
///
/// One to 64 letters, digits and `. - _ /`; anything else is an `IllegalArgumentException`.
@JsonbTypeAdapter(Symbol.Adapter.class)
public record Symbol(String text) implements Comparable<Symbol> {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

    public Symbol {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException("symbol '%s' is not 1 to 64 of A-Z a-z 0-9 . - _ /".formatted(text));
        }
    }

    @Override
    public int compareTo(Symbol other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    /// A symbol as a JSON string.
    public static final class Adapter implements JsonbAdapter<Symbol, String> {

        @Override
        public String adaptToJson(Symbol symbol) {
            return symbol.text();
        }

        @Override
        public Symbol adaptFromJson(String text) {
            return new Symbol(text);
        }
    }
}
