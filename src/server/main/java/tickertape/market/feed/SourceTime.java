package tickertape.market.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/// Parses the times of sources: seconds since 1970, perhaps with a fraction, or RFC 3339.
public final class SourceTime {

    private SourceTime() {}

    /// The time in nanoseconds since 1970; throws `IllegalArgumentException`.
    public static long nanos(String text) {
        try {
            return text.indexOf('T') < 0 && text.indexOf('t') < 0
                    ? PlainDecimal.of("time", text).movePointRight(9).longValueExact()
                    : nanos(Instant.parse(text));
        } catch (DateTimeException | ArithmeticException failure) {
            throw new IllegalArgumentException(
                    "time '%s' is neither seconds since 1970 nor RFC 3339, to the nanosecond, from 1678 to 2262"
                            .formatted(text),
                    failure);
        }
    }

    public static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }

    private static long nanos(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond())
                .movePointRight(9)
                .add(BigDecimal.valueOf(instant.getNano()))
                .longValueExact();
    }
}
