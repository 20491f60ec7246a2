package tickertape.market.feed.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// What goes wrong with the feed, and when.
///
/// As text: `stop`, `hang`, `halt` or `halt:AAPL,MSFT`, each optionally with a delay such as `@PT30S`.
///
/// @param symbols the halted instruments; empty for all
/// @param delay how long the feed works before; not negative
public record FeedFault(Kind kind, Set<Symbol> symbols, Duration delay) {

    /// The kinds of faults.
    public enum Kind {
        /// Trading is suspended.
        HALT,
        /// The feed sends nothing any more.
        STOP,
        /// The feed does not return, which blocks the tick.
        HANG
    }

    private static final Pattern FORM = Pattern.compile("(?:(stop|hang)|halt(?::([^@]+))?)(?:@(.+))?");

    public FeedFault {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay %s is negative".formatted(delay));
        }
        symbols = Set.copyOf(symbols);
    }

    /// Parses the text of the setting; throws `IllegalArgumentException`.
    public static FeedFault of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "feed.fault '%s' is not stop, hang, halt or halt:SYMBOL,SYMBOL, perhaps with @ and a duration"
                            .formatted(text));
        }
        try {
            return new FeedFault(
                    matcher.group(1) == null
                            ? Kind.HALT
                            : Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                    matcher.group(2) == null ? Set.of() : symbols(matcher.group(2)),
                    matcher.group(3) == null ? Duration.ZERO : Duration.parse(matcher.group(3)));
        } catch (IllegalArgumentException | DateTimeParseException failure) {
            throw new IllegalArgumentException("feed.fault '%s': %s".formatted(text, failure.getMessage()), failure);
        }
    }

    /// Which of these instruments it halts; throws `IllegalArgumentException` when it names others.
    Set<Symbol> halted(List<Instrument> instruments) {
        Set<Symbol> all =
                instruments.stream().map(Instrument::symbol).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Symbol> unknown = symbols.stream()
                .filter(symbol -> !all.contains(symbol))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("feed.fault halts %s, not traded here".formatted(unknown));
        }
        if (!symbols.isEmpty()) {
            all.retainAll(symbols);
        }
        return all;
    }

    private static Set<Symbol> symbols(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(Symbol::new)
                .collect(Collectors.toSet());
    }
}
