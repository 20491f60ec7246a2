package bench.load;

import java.util.Arrays;

/// Numbers the symbols in the order of their first event: a hash table of plain numbers, because every event uses it.
final class Symbols {

    private static final long NONE = 0;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1024];
    private int[] numbers = new int[1024];
    private int size;

    /// @param symbol as [QuoteLine#symbol] packs it
    int number(long symbol) {
        int at = slot(symbol);
        if (keys[at] == NONE) {
            if (2 * size >= keys.length) {
                grow();
                at = slot(symbol);
            }
            keys[at] = symbol;
            numbers[at] = size++;
        }
        return numbers[at];
    }

    private int slot(long symbol) {
        int at = (int) ((symbol * GOLDEN) >>> 32) & (keys.length - 1);
        while (keys[at] != NONE && keys[at] != symbol) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = Arrays.copyOf(oldNumbers, keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }
}
