package tickertape.market.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// Recorded trades in order of time, held in columns: about thirty bytes a trade.
///
/// It is written first and read afterwards. A decimal is held as a `long` and its scale, so that none is rounded.
final class Recording {

    // Small, because G1 gives an array of half a megabyte or more a region of its own and wastes the rest of it.
    private static final int BLOCK = 1 << 14;

    private final List<Block> blocks = new ArrayList<>();
    private List<Instrument> instruments = List.of();
    private int size;

    /// A piece of all columns: growing by pieces copies nothing.
    private static final class Block {
        final long[] nanos = new long[BLOCK];
        final int[] instrument = new int[BLOCK];
        final long[] price = new long[BLOCK];
        final byte[] priceScale = new byte[BLOCK];
        final long[] size = new long[BLOCK];
        final byte[] sizeScale = new byte[BLOCK];
    }

    /// Adds a trade. The digits of its decimals fit in a `long`.
    void add(long nanos, int instrument, BigDecimal price, BigDecimal amount) {
        int at = size % BLOCK;
        if (at == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.getLast();
        block.nanos[at] = nanos;
        block.instrument[at] = instrument;
        block.price[at] = price.unscaledValue().longValueExact();
        block.priceScale[at] = (byte) price.scale();
        block.size[at] = amount.unscaledValue().longValueExact();
        block.sizeScale[at] = (byte) amount.scale();
        size = Math.incrementExact(size);
    }

    /// Ends the writing.
    Recording of(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
        return this;
    }

    List<Instrument> instruments() {
        return instruments;
    }

    int size() {
        return size;
    }

    /// The time of a trade, in nanoseconds since 1970.
    long nanos(int trade) {
        return block(trade).nanos[trade % BLOCK];
    }

    Symbol symbol(int trade) {
        return instrument(trade).symbol();
    }

    /// The price of a trade, in the scale of its instrument: without the noise of a binary float.
    BigDecimal price(int trade) {
        int at = trade % BLOCK;
        BigDecimal price = BigDecimal.valueOf(block(trade).price[at], block(trade).priceScale[at]);
        return price.setScale(instrument(trade).scale(), RoundingMode.HALF_EVEN);
    }

    BigDecimal size(int trade) {
        int at = trade % BLOCK;
        return BigDecimal.valueOf(block(trade).size[at], block(trade).sizeScale[at]);
    }

    private Instrument instrument(int trade) {
        return instruments.get(block(trade).instrument[trade % BLOCK]);
    }

    private Block block(int trade) {
        return blocks.get(trade / BLOCK);
    }
}
