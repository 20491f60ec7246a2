package tickertape.client;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Candle;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// A topic that a stream can carry, and the type that its events become.
///
/// A topic of your own is a record and one line:
///
/// ```
/// public record Note(String room, String text) {}
///
/// static final Topic<Note> NOTES = Topic.every("note", Note.class);
/// ```
///
/// The type is a public record, or any other public class that JSON-B reads. Properties that it does not have are
/// ignored, and those that the event does not have are null. An event that its constructor rejects becomes a
/// [Report.Unreadable].
///
/// The kind says what a full [Tickertape#buffer] does with an event. The server announces the kind of each topic in
/// its hello, and what it announces overrides what is declared here; a kind that this client does not know counts as
/// [Kind#EVERY].
///
/// Immutable. Two topics are equal if they have the same name and type.
public final class Topic<T> {

    /// What happens to the events of a topic when the buffer is full and the policy is [WhenFull#CONFLATE].
    public enum Kind {
        /// Only the newest event of each key matters: it replaces an older one that still waits.
        LATEST,
        /// Each event matters: one that finds no room is lost, and a [Report.Gap] that names the topic says
        /// so.
        EVERY,
        /// Each event is a piece of a text that is appended to. Its property `from` is the number of
        /// characters before it (as `String.length` counts them), its property `text` holds the new ones.
        /// `from` 0 replaces the text. Pieces that wait are joined into one. If a piece is missing, the client
        /// connects anew without a position, so that the server sends each text as a whole.
        GROWING;

        static Kind of(String announced) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(announced)) {
                    return kind;
                }
            }
            return EVERY;
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> RESERVED = Set.of("hello", "gap", "heartbeat", "goodbye");

    /// The price of each symbol. Its `seq` rises by one with each change, so a larger step shows merged changes.
    public static final Topic<Quote> QUOTE =
            latest("quote", Quote.class, quote -> quote.symbol().text());

    /// Single trades.
    public static final Topic<Trade> TRADE = every("trade", Trade.class);

    /// What the market as a whole is doing.
    public static final Topic<MarketStatus> STATUS = latest("status", MarketStatus.class);

    /// Bars: those that form, now and then, and each once more when it has ended. Choose how long they are by
    /// `filter("interval", "PT5M")`; a minute without that.
    public static final Topic<Candle> CANDLE =
            latest("candle", Candle.class, candle -> candle.symbol().text() + " " + candle.interval());

    private static final List<Topic<?>> BUILT_IN = List.of(QUOTE, TRADE, STATUS, CANDLE);

    private final String name;
    private final Class<T> type;
    private final Kind kind;
    private final @Nullable Function<? super T, @Nullable String> key;

    private Topic(String name, Class<T> type, Kind kind, @Nullable Function<? super T, @Nullable String> key) {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalArgumentException("'%s' cannot be the name of a topic".formatted(name));
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException("%s is not public, so JSON-B cannot make one".formatted(type));
        }
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.key = key;
    }

    /// A topic of which only the newest event of each key matters.
    ///
    /// @param name the event's name on the stream: lower-case letters, digits and hyphens
    /// @param key takes the key out of an event, null if it has none: then it is never merged; called on the
    /// thread that reads the connection
    /// @throws IllegalArgumentException if that cannot be the name of a topic, or the type is not public
    public static <T> Topic<T> latest(String name, Class<T> type, Function<? super T, @Nullable String> key) {
        return new Topic<>(name, type, Kind.LATEST, Objects.requireNonNull(key));
    }

    /// A topic of which only the newest event matters, or the newest of each key if the server announces one.
    ///
    /// @throws IllegalArgumentException if that cannot be the name of a topic, or the type is not public
    public static <T> Topic<T> latest(String name, Class<T> type) {
        return new Topic<>(name, type, Kind.LATEST, null);
    }

    /// A topic of which each event matters.
    ///
    /// @throws IllegalArgumentException if that cannot be the name of a topic, or the type is not public
    public static <T> Topic<T> every(String name, Class<T> type) {
        return new Topic<>(name, type, Kind.EVERY, null);
    }

    /// A topic of texts that are appended to; see [Kind#GROWING] for what its events must hold.
    ///
    /// @param key says which text an event belongs to, null if to none; called on the thread that reads the
    /// connection
    /// @throws IllegalArgumentException if that cannot be the name of a topic, or the type is not public
    public static <T> Topic<T> growing(String name, Class<T> type, Function<? super T, @Nullable String> key) {
        return new Topic<>(name, type, Kind.GROWING, Objects.requireNonNull(key));
    }

    /// The topics that this version of the client defines.
    public static List<Topic<?>> builtIn() {
        return BUILT_IN;
    }

    public String name() {
        return name;
    }

    public Class<T> type() {
        return type;
    }

    /// The kind that holds if the server announces no other.
    public Kind kind() {
        return kind;
    }

    boolean isKeyed() {
        return key != null;
    }

    /// The key of an event; null if it has none.
    @Nullable
    String key(T value) {
        return key == null ? null : key.apply(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Topic<?> topic && name.equals(topic.name) && type == topic.type;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(name, type.getName());
    }
}
