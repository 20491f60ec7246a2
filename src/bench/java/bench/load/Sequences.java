package bench.load;

import java.util.Arrays;

/// The last change of each symbol that one reader has seen.
final class Sequences {

    private long[] last = {};

    /// Records a change.
    ///
    /// @param symbol its number, from 0
    /// @return how many changes of the symbol lie between this one and the last one seen
    long skipped(int symbol, long seq) {
        if (symbol >= last.length) {
            last = Arrays.copyOf(last, symbol + 1);
        }
        long before = last[symbol];
        last[symbol] = seq;
        return before == 0 ? 0 : seq - before - 1;
    }
}
