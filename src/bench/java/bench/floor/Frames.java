package bench.floor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// The quotes of each tick as one chunk of a response, as long as those of Tickertape.
final class Frames {

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private final int quotes;
    private long seq;

    Frames(int quotes) {
        this.quotes = quotes;
    }

    ByteBuffer next() {
        seq++;
        String time = MICROSECONDS.format(Instant.now());
        var text = new StringBuilder();
        for (int number = 0; number < quotes; number++) {
            text.append(event(number, time));
        }
        String chunk = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
        byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    private String event(int number, String time) {
        return """
                event: quote
                data: {"ask":233.59,"askSize":200,"bid":233.57,"bidSize":100,"change":2.19,"changePercent":0.95,\
                "high":233.59,"last":233.59,"lastSize":100,"low":233.53,"open":233.53,"previousClose":231.40,\
                "seq":%s,"status":"trading","symbol":"SYM%s","time":"%s","volume":14069}
                id: 9zoj2n68-%s

                """.formatted(seq, number, time, seq * quotes + number);
    }
}
