package tickertape.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bar of a second in a fifth of the memory: there are millions of them.
///
/// Its numbers are whole ones, in units of their scales; a bar with numbers that do not fit stays as it is.
final class PackedBar implements RecentBar {

    private final long start;
    private final long close;
    private final long volume;
    private final long turnover;
    private final int open;
    private final int high;
    private final int low;
    private final int trades;
    private final byte scale;
    private final byte volumeScale;
    private final byte turnoverScale;
    private final byte marks;

    private PackedBar(Bar bar, int scale) {
        this.scale = (byte) scale;
        start = bar.start().getEpochSecond();
        close = units(bar.close(), scale);
        open = Math.toIntExact(units(bar.open(), scale) - close);
        high = Math.toIntExact(units(bar.high(), scale) - close);
        low = Math.toIntExact(units(bar.low(), scale) - close);
        volumeScale = small(bar.volume().scale());
        volume = units(bar.volume(), volumeScale);
        turnoverScale = small(bar.turnover().scale());
        turnover = units(bar.turnover(), turnoverScale);
        trades = Math.toIntExact(bar.trades());
        marks = small(bar.marks().bits());
    }

    /// The same bar, packed if it can be.
    static RecentBar of(Bar bar) {
        int scale = bar.close().scale();
        boolean even = bar.open().scale() == scale
                && bar.high().scale() == scale
                && bar.low().scale() == scale
                && scale == (byte) scale;
        @Nullable PackedBar packed = even ? packed(bar, scale) : null;
        return packed == null ? new RecentBar.Whole(0, bar) : packed;
    }

    private static @Nullable PackedBar packed(Bar bar, int scale) {
        try {
            return new PackedBar(bar, scale);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static long units(BigDecimal number, int scale) {
        return number.setScale(scale).unscaledValue().longValueExact();
    }

    private static byte small(int number) {
        if (number != (byte) number) {
            throw new ArithmeticException("%s is too large".formatted(number));
        }
        return (byte) number;
    }

    @Override
    public long number() {
        return 0;
    }

    @Override
    public Instant start() {
        return Instant.ofEpochSecond(start);
    }

    @Override
    public Bar bar() {
        return new Bar(
                start(),
                decimal(close + open, scale),
                decimal(close + high, scale),
                decimal(close + low, scale),
                decimal(close, scale),
                decimal(volume, volumeScale),
                decimal(turnover, turnoverScale),
                trades,
                new Marks(marks));
    }

    private static BigDecimal decimal(long units, int scale) {
        return new BigDecimal(BigInteger.valueOf(units), scale);
    }
}
