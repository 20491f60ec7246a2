package it;

import java.net.URI;
import java.util.Map;

/// The server of all tests that need a small and lively market and no settings of their own, and leave it as it was.
public final class LivelyServer {

    // No reader falls so far behind that changes are merged, however busy the machine is; and whoever comes back late,
    // however late, gets every change.
    private static final Map<String, String> SETTINGS = Map.of(
            "SIMULATOR_INSTRUMENTS", "20",
            "TICKER_INTERVAL", "PT0.1S",
            "STREAM_LAG", "PT1M",
            "STREAM_BURST", "100000",
            "STREAM_BACKLOG", "100000",
            "HISTORY_PAST", "true");

    private LivelyServer() {}

    /// The root of its application, with a slash at the end.
    public static URI uri() {
        return SharedServers.with(SETTINGS).uri();
    }
}
