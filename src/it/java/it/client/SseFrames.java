package it.client;

/// Events as a server writes them; their epoch is `one` unless another one is named.
final class SseFrames {

    private SseFrames() {}

    /// A hello without `retry:` that announces no topics, from a server with a long heartbeat.
    static String hello(String resume) {
        return hello("one", resume, "PT15S");
    }

    static String hello(String epoch, String resume, String heartbeat) {
        return hello(epoch, resume, heartbeat, "");
    }

    /// @param topics objects of JSON such as `{"name":"note","kind":"every","standard":false,"audience":"all"}`
    static String hello(String epoch, String resume, String heartbeat, String topics) {
        return event("hello", """
                {"epoch":"%s","offset":0,"time":"2026-11-23T10:00:00Z","heartbeat":"%s","version":"1","resume":"%s",\
                "topics":[%s]}""".formatted(epoch, heartbeat, resume, topics));
    }

    /// A quote whose position and last price are its `seq`.
    static String quote(String symbol, int seq) {
        return event("quote", """
                {"symbol":"%s","bid":%3$s.10,"ask":%3$s.20,"bidSize":1,"askSize":2,"last":%3$s.10,"lastSize":0.5,\
                "open":%3$s.10,"high":%3$s.10,"low":%3$s.10,"previousClose":1.10,"change":%2$s.00,\
                "changePercent":0.00,"volume":9,"seq":%4$s,"time":"2026-11-23T10:00:00.000001Z",\
                "status":"trading"}
                id: one-%4$s""".formatted(symbol, seq - 1, seq, seq));
    }

    /// A trade whose price is its offset.
    static String trade(int offset) {
        return event("trade", """
                {"symbol":"AAPL","price":%1$s.00,"size":1,"time":"2026-11-23T10:00:00.000001Z"}
                id: one-%1$s""".formatted(offset));
    }

    static String goodbye(String reason, long retry) {
        return "retry: %s\n".formatted(retry)
                + event("goodbye", "{\"reason\":\"%s\",\"retry\":%s}".formatted(reason, retry));
    }

    static String event(String name, String data) {
        return "event: %s\ndata: %s\n\n".formatted(name, data);
    }
}
