package tickertape.feeding.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.market.feed.InstrumentRow;
import tickertape.market.feed.PlainDecimal;
import tickertape.market.feed.ReferenceData;
import tickertape.market.feed.SourceTime;
import tickertape.wire.Symbol;

/// Makes a [FeedLine] of a line of JSON. One thread uses it.
public final class LineParser {

    /// Of a feeder's names.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /// As many symbols as one request is likely to have are made once.
    private static final int SYMBOLS = 10_000;

    private final boolean negative;
    private final ReferenceData reference;
    private final Map<Key, String> values = new EnumMap<>(Key.class);
    private final Map<String, Symbol> symbols = new HashMap<>();
    private Optional<InstrumentRow> row = Optional.empty();

    private enum Key {
        SYMBOL("symbol"),
        PRICE("price"),
        SIZE("size"),
        BID("bid"),
        ASK("ask"),
        BID_SIZE("bidSize"),
        ASK_SIZE("askSize"),
        PREVIOUS_CLOSE("previousClose"),
        TIME("time"),
        SEQ("seq"),
        SOURCE("source");

        private static final Map<String, Key> BY_TEXT = new HashMap<>();

        static {
            for (Key key : values()) {
                BY_TEXT.put(key.text, key);
            }
        }

        private final String text;

        Key(String text) {
            this.text = text;
        }
    }

    /// @param negative whether prices may be zero or negative, of a symbol of which reference data does not say so
    public LineParser(boolean negative, ReferenceData reference) {
        this.negative = negative;
        this.reference = reference;
    }

    /// The name of a source or a session, if it is one; throws `IllegalArgumentException`.
    ///
    /// @param kind what it is called
    public static String name(String kind, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s '%s' is not 1 to 32 letters, digits and . _ -".formatted(kind, text));
        }
        return text;
    }

    /// Throws `IllegalArgumentException` that says what is wrong with a line; a [JsonFault] if it is none at all.
    public FeedLine parse(String line) {
        values.clear();
        FlatJson.read(line, this::take);
        Symbol symbol = symbol();
        row = reference.row(symbol);
        return new FeedLine(
                Optional.ofNullable(values.get(Key.SOURCE)).map(source -> name(Key.SOURCE.text, source)),
                seq(),
                symbol,
                trade(),
                book(),
                Optional.ofNullable(values.get(Key.PREVIOUS_CLOSE)).map(text -> positive(Key.PREVIOUS_CLOSE)),
                Optional.ofNullable(values.get(Key.TIME)).map(LineParser::time));
    }

    // Numbers may be texts, as many exchanges send them.
    private void take(String name, String value, boolean isNumber) {
        @Nullable Key key = Key.BY_TEXT.get(name);
        if (key == null) {
            throw new IllegalArgumentException("unknown field '%s'".formatted(name));
        }
        if (isNumber && (key == Key.SYMBOL || key == Key.SOURCE)) {
            throw new IllegalArgumentException("the field '%s' is not a text".formatted(name));
        }
        if (values.put(key, value) != null) {
            throw new IllegalArgumentException("the field '%s' stands twice".formatted(name));
        }
    }

    private Symbol symbol() {
        String text = required(Key.SYMBOL);
        Symbol known = symbols.get(text);
        if (known != null) {
            return known;
        }
        var symbol = new Symbol(text);
        if (symbols.size() < SYMBOLS) {
            symbols.put(text, symbol);
        }
        return symbol;
    }

    private Optional<FeedLine.TradeFigures> trade() {
        if (!values.containsKey(Key.PRICE) && !values.containsKey(Key.SIZE)) {
            return Optional.empty();
        }
        return Optional.of(new FeedLine.TradeFigures(price(Key.PRICE), decimal(Key.SIZE)));
    }

    private Optional<FeedLine.BookFigures> book() {
        if (!values.containsKey(Key.BID)
                && !values.containsKey(Key.ASK)
                && !values.containsKey(Key.BID_SIZE)
                && !values.containsKey(Key.ASK_SIZE)) {
            return Optional.empty();
        }
        return Optional.of(
                new FeedLine.BookFigures(price(Key.BID), price(Key.ASK), decimal(Key.BID_SIZE), decimal(Key.ASK_SIZE)));
    }

    private BigDecimal price(Key key) {
        BigDecimal price = positive(key);
        row.flatMap(InstrumentRow::tickSize)
                .filter(tick -> price.remainder(tick).signum() != 0)
                .ifPresent(tick -> {
                    throw new IllegalArgumentException("%s %s is no multiple of the tick size %s (instruments.file)"
                            .formatted(key.text, price.toPlainString(), tick.toPlainString()));
                });
        return price;
    }

    // Unless it may be negative.
    private BigDecimal positive(Key key) {
        BigDecimal price = decimal(key);
        Optional<Boolean> ofSymbol = row.flatMap(InstrumentRow::negative);
        if (price.signum() <= 0 && !ofSymbol.orElse(negative)) {
            throw new IllegalArgumentException("%s %s is not positive, and %s"
                    .formatted(
                            key.text,
                            price.toPlainString(),
                            ofSymbol.isPresent()
                                    ? "instruments.file says that it must be"
                                    : "feed.http.negative is not set"));
        }
        return price;
    }

    private BigDecimal decimal(Key key) {
        return PlainDecimal.of(key.text, required(key));
    }

    private OptionalLong seq() {
        @Nullable String text = values.get(Key.SEQ);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long seq = Long.parseLong(text);
            if (seq >= 0) {
                return OptionalLong.of(seq);
            }
        } catch (NumberFormatException e) {
            throw noSeq(text, e);
        }
        throw noSeq(text, null);
    }

    private static IllegalArgumentException noSeq(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("seq '%s' is not a whole number of at least 0".formatted(text), cause);
    }

    private static Instant time(String text) {
        return SourceTime.instant(SourceTime.nanos(text));
    }

    private String required(Key key) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException("the field '%s' is missing".formatted(key.text));
        }
        return Objects.requireNonNull(values.get(key));
    }
}
