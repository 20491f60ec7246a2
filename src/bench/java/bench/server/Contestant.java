package bench.server;

import it.LibertyServer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The servers that are compared.
public enum Contestant {
    /// The application as it is packaged.
    TICKERTAPE("Tickertape") {
        @Override
        public Subject start(Market market) {
            LibertyServer server = LibertyServer.start(settings(market));
            return subject(server, "api/stream?topic=quote");
        }
    },
    /// The broadcaster of Jakarta REST, as its samples use it, on the same Liberty.
    BROADCASTER("SseBroadcaster") {
        @Override
        public Subject start(Market market) throws IOException {
            LibertyServer server = LibertyServer.start(PlainWar.pack(), settings(market));
            return subject(server, "api/stream");
        }
    },
    /// One thread that makes a frame for each tick, and writes it to each subscriber.
    FLOOR("Java floor") {
        @Override
        public Subject start(Market market) throws IOException {
            return FloorProcess.start(market);
        }
    };

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    /// Starts it, and waits until it answers.
    public abstract Subject start(Market market) throws IOException;

    /// The class of its bars in the report's style.
    public String series() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return title;
    }

    private static Map<String, String> settings(Market market) {
        return new TreeMap<>(Map.of(
                "SIMULATOR_PACE", "steady",
                "SIMULATOR_INSTRUMENTS", Integer.toString(market.quotes()),
                "SIMULATOR_SEED", "1",
                "STREAM_SUBSCRIBERS", "20000",
                "TICKER_INTERVAL", market.interval().toString()));
    }

    /// Starts the application with the private topics of [bench.orders].
    public static Subject withPrivateTopics(Market market) throws IOException {
        LibertyServer server = LibertyServer.start(PrivateWar.pack(), settings(market));
        return subject(server, "api/stream?topic=quote");
    }

    private static Subject subject(LibertyServer server, String stream) {
        return new Subject(server.uri(stream), server.pid(), server::close);
    }
}
