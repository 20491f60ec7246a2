package bench.plain;

import java.math.BigDecimal;

/// A quote with as many fields as one of Tickertape's, to be written by JSON-B.
public record PlainQuote(
        String symbol,
        BigDecimal bid,
        BigDecimal ask,
        BigDecimal bidSize,
        BigDecimal askSize,
        BigDecimal last,
        BigDecimal lastSize,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal previousClose,
        BigDecimal change,
        BigDecimal changePercent,
        BigDecimal volume,
        long seq,
        String time,
        String status) {

    static PlainQuote of(int number, long seq, String time) {
        BigDecimal last = BigDecimal.valueOf(10_000 + number + seq % 100, 2);
        BigDecimal tick = BigDecimal.valueOf(1, 2);
        BigDecimal size = BigDecimal.valueOf(100);
        return new PlainQuote(
                "SYM" + number,
                last.subtract(tick),
                last.add(tick),
                size,
                size,
                last,
                size,
                last,
                last,
                last,
                last,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                size,
                seq,
                time,
                "trading");
    }
}
