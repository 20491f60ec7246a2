package tickertape.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How long the bars are that there are.
enum Interval {
    SECOND("PT1S", Duration.ofSeconds(1)),
    MINUTE("PT1M", Duration.ofMinutes(1)),
    FIVE_MINUTES("PT5M", Duration.ofMinutes(5)),
    QUARTER("PT15M", Duration.ofMinutes(15)),
    HOUR("PT1H", Duration.ofHours(1)),
    DAY("P1D", Duration.ofDays(1)),
    WEEK("P1W", Duration.ofDays(7));

    private static final Duration FASTEST = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofSeconds(15);

    private final String text;
    private final Duration length;

    Interval(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    static Optional<Interval> of(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.text.equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Interval::text).toList();
    }

    /// As ISO 8601 writes it, such as `PT1M`.
    String text() {
        return text;
    }

    /// How long it is, but for days and weeks in which clocks are changed.
    Duration length() {
        return length;
    }

    /// How often a bar that is forming is published: a longer one need not be so fresh.
    Duration pace() {
        Duration pace = length.dividedBy(60);
        if (pace.compareTo(FASTEST) < 0) {
            return FASTEST;
        }
        return pace.compareTo(SLOWEST) > 0 ? SLOWEST : pace;
    }
}
