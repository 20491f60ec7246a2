package bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// The few fields of a quote that are measured, found by their names from the end of its line.
///
/// From the end, because the text before them is the longest. Other fields may stand between them.
final class QuoteLine {

    private static final long DAY = TimeUnit.DAYS.toMicros(1);

    private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SYMBOL = "\"symbol\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIME = "\"time\":\"".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = {};
    private int seq;
    private int symbol;
    private int time;
    private int symbolEnd;

    /// Parses a line; its values are valid until the next one.
    ///
    /// @return false if it is no quote
    boolean parse(byte[] line, int from, int to) {
        bytes = line;
        time = after(TIME, from, to);
        symbol = after(SYMBOL, from, time);
        seq = after(SEQ, from, symbol);
        symbolEnd = symbol;
        while (symbolEnd < time && line[symbolEnd] != '"') {
            symbolEnd++;
        }
        return seq > from;
    }

    /// The place behind the last occurrence of a name; where there is none, the beginning.
    private int after(byte[] name, int from, int to) {
        for (int at = to - name.length; at >= from; at--) {
            if (Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
                return at + name.length;
            }
        }
        return from;
    }

    long seq() {
        long value = 0;
        for (int at = seq; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    /// The symbol as a number: different symbols of up to eight characters are different numbers.
    long symbol() {
        long packed = 0;
        for (int at = symbol; at < symbolEnd; at++) {
            packed = (packed << 8) | bytes[at];
        }
        return packed;
    }

    /// How many microseconds have passed since the time of the quote, which is less than a day old.
    ///
    /// @param now microseconds since midnight, UTC
    long age(long now) {
        int clock = time + "2026-01-01T".length();
        long seconds = (digits(clock, 2) * 60L + digits(clock + 3, 2)) * 60 + digits(clock + 6, 2);
        return Math.floorMod(now - TimeUnit.SECONDS.toMicros(seconds) - digits(clock + 9, 6), DAY);
    }

    private int digits(int from, int count) {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }
}
