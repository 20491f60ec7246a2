package it.guard;

import it.LibertyServer;
import it.Quotes;
import it.SharedServers;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/// A server with low limits and one listed origin, shared by all tests that need no more.
final class GuardedServer {

    static final int STREAMS = 5;
    static final int STREAMS_AN_ADDRESS = 3;
    static final int REQUESTS = 2;
    static final String PROXY = "127.0.0.7";
    static final String LISTED = "https://desk.example";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("STREAM_SUBSCRIBERS", Integer.toString(STREAMS)),
            Map.entry("STREAM_SUBSCRIBERS_PER_ADDRESS", Integer.toString(STREAMS_AN_ADDRESS)),
            Map.entry("STREAM_RETRY", "PT2S"),
            Map.entry("STREAM_HEARTBEAT", "PT0.5S"),
            Map.entry("REST_REQUESTS", Integer.toString(REQUESTS)),
            Map.entry("TRUSTED_PROXIES", Pattern.quote(PROXY)),
            Map.entry("CORS_ORIGINS", LISTED + ",http://localhost:3000"),
            Map.entry("CORS_HEADERS", "X-Desk"),
            Map.entry("HTTP_HOSTS", "127.0.0.1,localhost"),
            // All quotes together are more than the buffers between the server and a client that does not read.
            Map.entry("SIMULATOR_INSTRUMENTS", "2000"),
            Map.entry("TICKER_INTERVAL", "PT5S"));

    // The process that has a quote of each instrument.
    private static long complete;

    private GuardedServer() {}

    private static LibertyServer server() {
        return SharedServers.with(SETTINGS);
    }

    /// An address below the root; there are all quotes by then.
    static URI uri(String path) {
        LibertyServer server = server();
        if (server.pid() != complete) {
            Quotes.awaitOneOfEach(server.uri());
            complete = server.pid();
        }
        return server.uri(path);
    }

    /// Everything that the server has logged so far.
    static String log() {
        return server().log();
    }

    static int subscribers() {
        return server().subscribers();
    }
}
