package tickertape.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One exchange of shares (or coins) for money.
///
/// @param price positive, in the instrument's currency and scale
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
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("%s: price %s is not positive".formatted(symbol, price));
        }
        if (size.signum() < 0) {
            throw new IllegalArgumentException("%s: size %s is negative".formatted(symbol, size));
        }
        time = time.truncatedTo(ChronoUnit.MICROS);
        sourceTime = sourceTime == null ? null : sourceTime.truncatedTo(ChronoUnit.MICROS);
    }
}
