package tickertape.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One exchange of shares (or coins) for money.
///
/// @param price in the instrument's currency and scale; of some instruments it may be zero or negative
/// @param size how many changed hands, perhaps a fraction; recordings round the smallest ones to zero
/// @param time the server's time, to the microsecond
/// @param sourceTime when a recorded trade took place; null for others
public record Trade(
        Symbol symbol,
        BigDecimal price,
        BigDecimal size,
        Instant time,
        @Nullable Instant sourceTime) implements MarketEvent {

    public Trade {
        if (size.signum() < 0) {
            throw new IllegalArgumentException("%s: size %s is negative".formatted(symbol, size));
        }
        time = time.truncatedTo(ChronoUnit.MICROS);
        sourceTime = sourceTime == null ? null : sourceTime.truncatedTo(ChronoUnit.MICROS);
    }
}
