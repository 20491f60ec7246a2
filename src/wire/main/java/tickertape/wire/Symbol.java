package tickertape.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.regex.Pattern;

/// The name an instrument is traded under, such as `AAPL`, `BTC/USD`, `^GSPC`, `EURUSD=X` or `币安人生USDT`: a plain
/// string in JSON.
///
/// One to 64 letters and digits of any script and `! # $ & ' ( ) * + - . / : = @ ^ _ | ~`; anything else is an
/// `IllegalArgumentException`. So are `.`, `..` and nothing between slashes, because a URL would lose them.
@JsonbTypeAdapter(Symbol.Adapter.class)
public record Symbol(String text) implements Comparable<Symbol> {

    private static final int LONGEST = 64;

    // Not among them: commas, which separate symbols in a list; what ends or splits a path, such as ? and ;, or hides
    // in
    // it, such as %; quotes and brackets; blanks, and whatever else can't be seen.
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$&'()*+./:=@^_|~-]+");

    private static final Pattern LOST_IN_A_PATH = Pattern.compile("(.*/)?\\.{0,2}(/.*)?");

    public Symbol {
        if (text.length() > LONGEST
                || !ALLOWED.matcher(text).matches()
                || LOST_IN_A_PATH.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "symbol '%s' is not 1 to %s letters, digits and ! # $ & ' ( ) * + - . / : = @ ^ _ | ~"
                            .formatted(text, LONGEST));
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
