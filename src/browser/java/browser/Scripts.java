package browser;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a scripted server says, in the words of the wire.
final class Scripts {

    private Scripts() {}

    static String instruments(String... symbols) {
        return Stream.of(symbols).map("""
                        {"symbol":"%1$s","name":"The %1$s Company of Long Names, Incorporated","sector":"Technology",\
                        "mic":"XNAS","currency":"USD","tickSize":0.01,"referencePrice":100}"""::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    /// The first event, after which the browser tries again at once when the stream is cut.
    static String hello(String epoch, String heartbeat) {
        return "retry: 200\n" + frame("hello", """
                        {"epoch":"%s","offset":0,"time":"2026-11-22T09:30:00.123456Z","heartbeat":"%s",\
                        "version":"test","resume":"snapshot"}""".formatted(epoch, heartbeat));
    }

    static String quote(String id, String symbol, int seq, String last) {
        return "id: %s\n".formatted(id) + frame("quote", """
                        {"symbol":"%s","bid":%s,"ask":200000,"last":%s,"open":100,"high":100,"low":100,\
                        "previousClose":100,"change":-1.5,"changePercent":-1.5,"volume":123456789,"seq":%d,\
                        "time":"2026-11-22T09:30:00.123456Z","status":"trading"}""".formatted(symbol, last, last, seq));
    }

    /// A trade played again: nobody recorded a bid and an ask.
    static String recorded(String id, String symbol, int seq, String last) {
        return "id: %s\n".formatted(id) + frame("quote", """
                        {"symbol":"%s","last":%s,"change":1,"changePercent":1,"volume":0.25,"seq":%d,\
                        "time":"2026-11-22T09:30:00.123456Z","sourceTime":"2013-11-25T00:00:00Z",\
                        "status":"trading"}""".formatted(symbol, last, seq));
    }

    static String goodbye(String reason, int retry) {
        return frame("goodbye", "{\"reason\":\"%s\",\"retry\":%d}".formatted(reason, retry));
    }

    private static String frame(String event, String data) {
        return "event: %s\ndata: %s\n\n".formatted(event, data);
    }
}
