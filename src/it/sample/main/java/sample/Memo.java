package sample;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// What somebody wrote on a symbol: the same on the stream and at rest.
///
/// @param number 1 for the first memo, and one more for each
/// @param price the last price when it was written; null before the first
/// @param time by the server's clock
public record Memo(
        long number, Symbol symbol, String text, @Nullable BigDecimal price, Instant time) {}
