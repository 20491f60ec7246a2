package browser;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The events of a scripted server, as they go over the wire.
final class ScriptedEvents {

    private ScriptedEvents() {}

    static String instruments(String... symbols) {
        return Stream.of(symbols).map("""
                        {"symbol":"%1$s","name":"The %1$s Company of Long Names, Incorporated","sector":"Technology",\
                        "mic":"XNAS","currency":"USD","tickSize":0.01,"referencePrice":100}"""::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    /// A list of instruments, each written as `symbol, name, sector`.
    static String listing(String... instruments) {
        return Stream.of(instruments)
                .map(one -> """
                        {"symbol":"%s","name":"%s","sector":"%s","mic":"XNAS","currency":"USD","tickSize":0.01,\
                        "referencePrice":100}""".formatted((Object[]) one.split(", ")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /// Two shares of each of two sectors, not in the order of their prices.
    static String fourShares() {
        return listing(
                "AAPL, Apple, Technology",
                "XOM, Exxon Mobil, Energy",
                "MSFT, Microsoft, Technology",
                "CVX, Chevron, Energy");
    }

    /// The opening of a stream, with a price of each of the four.
    static String pricesOfFour() {
        return hello("e1", "PT15S")
                + quote("e1-1", "AAPL", 1, "30")
                + quote("e1-2", "XOM", 1, "10")
                + quote("e1-3", "MSFT", 1, "40")
                + quote("e1-4", "CVX", 1, "20");
    }

    /// More shares than lists have rows.
    static String manyShares() {
        return instruments(many());
    }

    private static String[] many() {
        return IntStream.range(0, 24)
                .mapToObj(at -> at == 0 ? "AAPL" : "SYM" + at)
                .toArray(String[]::new);
    }

    /// The opening of a stream, with prices of `manyShares()`: every second one has risen.
    static String pricesOfMany() {
        String[] symbols = many();
        return hello("e1", "PT15S")
                + IntStream.range(0, symbols.length)
                        .mapToObj(at -> quote("e1-" + (at + 1), symbols[at], 1, "100.00")
                                .replace("-1.5", at % 2 == 0 ? "2.5" : "-1.5"))
                        .collect(Collectors.joining());
    }

    static String statusShares() {
        return instruments("AAPL", "MSFT", "IBM", "XOM");
    }

    /// The opening of a stream, with prices of `statusShares()`: two trade, one is halted and one is stale.
    static String pricesInEachStatus() {
        return hello("e1", "PT15S")
                + quote("e1-1", "AAPL", 1, "189.30")
                + quote("e1-2", "MSFT", 1, "400.10", "09:30:00.000000", "halted")
                + quote("e1-3", "IBM", 1, "200.00", "09:00:00.000000", "stale")
                + quote("e1-4", "XOM", 1, "100.00");
    }

    /// The first event of a stream; the server's clock says half past nine.
    static String hello(String epoch, String heartbeat) {
        return hello(epoch, heartbeat, "snapshot");
    }

    static String hello(String epoch, String heartbeat, String resume) {
        return "retry: 200\n" + frame("hello", """
                        {"topics":%s,"epoch":"%s","offset":0,"time":"2026-11-22T09:30:00.123456Z","heartbeat":"%s",\
                        "version":"test","resume":"%s"}""".formatted(ScriptedTopics.QUOTES, epoch, heartbeat, resume));
    }

    /// The same of a server that announces nothing, as old ones do.
    static String oldHello(String epoch) {
        return hello(epoch, "PT15S").replace("\"topics\":%s,".formatted(ScriptedTopics.QUOTES), "");
    }

    /// @param topics what the server announces, as JSON
    static String helloWithTopics(String epoch, String topics) {
        return hello(epoch, "PT15S").replace(ScriptedTopics.QUOTES, topics);
    }

    /// An event of any topic.
    static String event(String id, String topic, String data) {
        return "id: %s\n".formatted(id) + frame(topic, data);
    }

    static String quote(String id, String symbol, int seq, String last) {
        return quote(id, symbol, seq, last, "09:30:00.123456", "trading");
    }

    /// @param time on the day of the hello
    static String quote(String id, String symbol, int seq, String last, String time, String status) {
        return "id: %s\n".formatted(id) + frame("quote", """
                        {"symbol":"%s","bid":%s,"ask":%s5,"bidSize":300,"askSize":500,"last":%s,"lastSize":100,"open":100,"high":100,"low":100,\
                        "previousClose":100,"change":-1.5,"changePercent":-1.5,"volume":123456789,"seq":%s,\
                        "time":"2026-11-22T%sZ","status":"%s"}""".formatted(symbol, last, last, last, seq, time, status));
    }

    static String trade(String id, String symbol, String price, int size, String time) {
        return "id: %s\n".formatted(id) + frame("trade", """
                        {"symbol":"%s","price":%s,"size":%s,"time":"2026-11-22T%sZ"}""".formatted(symbol, price, size, time));
    }

    static String gap(String topic) {
        return frame("gap", "{\"topics\":[\"%s\"]}".formatted(topic));
    }

    static String status(String id, String phase, String next, String nextTime) {
        return "id: %s\n".formatted(id) + frame("status", """
                        {"phase":"%s","next":"%s","nextTime":"2026-11-22T%sZ",\
                        "time":"2026-11-22T09:30:00.123456Z"}""".formatted(phase, next, nextTime));
    }

    /// A replayed trade: recordings have no bid and ask.
    static String recorded(String id, String symbol, int seq, String last) {
        return "id: %s\n".formatted(id) + frame("quote", """
                        {"symbol":"%1$s","last":%2$s,"lastSize":0.25,"open":%2$s,"high":%2$s,"low":%2$s,"previousClose":%2$s,\
                        "change":1,"changePercent":1,"volume":0.25,"seq":%3$s,"time":"2026-11-22T09:30:00.123456Z",\
                        "sourceTime":"2013-11-25T00:00:00.000000Z","status":"trading"}""".formatted(symbol, last, seq));
    }

    /// @param time on the day of the hello
    static String heartbeat(String id, String time) {
        return "id: %s\n".formatted(id) + frame("heartbeat", """
                        {"offset":%s,"time":"2026-11-22T%sZ"}""".formatted(id.substring(id.indexOf('-') + 1), time));
    }

    static String goodbye(String reason, int retry) {
        return frame("goodbye", "{\"reason\":\"%s\",\"retry\":%s}".formatted(reason, retry));
    }

    private static String frame(String event, String data) {
        return "event: %s\ndata: %s\n\n".formatted(event, data);
    }
}
