package bench.load;

import java.util.concurrent.TimeUnit;

/// The few fields of a quote that are measured, found from the end of its line without reading all of it.
///
/// It relies on the order that the servers write: `…,"seq":1,"status":"…","symbol":"…","time":"…","volume":1}`.
final class QuoteLine {

    private static final long DAY = TimeUnit.DAYS.toMicros(1);

    private static final int SEQ_NAME = "\"seq\":".length();
    private static final int SYMBOL_NAME = "\"symbol\":\"".length();
    private static final int TIME_NAME = "\"time\":\"".length();

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
        int volume = comma(from, to);
        int afterSymbol = comma(from, volume);
        int afterStatus = comma(from, afterSymbol);
        int afterSeq = comma(from, afterStatus);
        int beforeSeq = comma(from, afterSeq);
        if (beforeSeq <= from) {
            return false;
        }
        seq = beforeSeq + 1 + SEQ_NAME;
        symbol = afterStatus + 1 + SYMBOL_NAME;
        symbolEnd = afterSymbol - 1;
        time = afterSymbol + 1 + TIME_NAME;
        return line[beforeSeq + 2] == 's' && line[beforeSeq + 3] == 'e';
    }

    private int comma(int from, int to) {
        int at = to - 1;
        while (at > from && bytes[at] != ',') {
            at--;
        }
        return at;
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
