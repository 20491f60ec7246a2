package it.wire;

import it.Feature;
import it.Recorded;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The feeds that the server can have.
enum Feed {
    SIMULATED(100),
    /// Trades once at its start, and never again.
    STEADY(10),
    REPLAY(100);

    /// How many streams the server admits: for each transport one that stays, and one that comes late.
    static final int SUBSCRIBERS = 2 * Transport.values().length;

    /// Events of features that come on a lively market only.
    private static final Set<String> LIVELY = events("eventsOfALivelyMarket");

    private static final Set<String> OTHERS = events("events");

    private static Set<String> events(String property) {
        return Feature.all().stream()
                .flatMap(feature -> feature.texts(property).stream())
                .collect(Collectors.toSet());
    }

    /// How many messages of each topic the server keeps: fewer than the trades that will come.
    private final int backlog;

    Feed(int backlog) {
        this.backlog = backlog;
    }

    /// How often each event comes at least, to whoever listens from the start.
    ///
    /// @param topics of the features that there are
    Map<String, Integer> wanted(Collection<String> topics) {
        var wanted = new TreeMap<>(Map.of("quote", 1, "status", 1, "instrument", 1, "heartbeat", 1));
        topics.stream()
                .filter(topic -> OTHERS.contains(topic) || (this == SIMULATED && LIVELY.contains(topic)))
                .forEach(topic -> wanted.put(topic, 1));
        if (this != STEADY) {
            wanted.put("trade", backlog + 1);
        }
        return wanted;
    }

    /// Whether an event comes at all.
    boolean has(String event) {
        return this == SIMULATED || !LIVELY.contains(event);
    }

    /// Environment variables for a server whose market and texts pause long enough for heartbeats.
    Map<String, String> settings() {
        var settings = new TreeMap<>(Map.of(
                "TICKER_INTERVAL",
                "PT0.4S",
                "STREAM_HEARTBEAT",
                "PT0.1S",
                "STREAM_BACKLOG",
                Integer.toString(backlog),
                "STREAM_SUBSCRIBERS",
                Integer.toString(SUBSCRIBERS),
                "COMMENTARY_PACE",
                "PT5S",
                "COMMENTARY_SPEED",
                "100"));
        settings.put("INSTRUMENTS_FILE", resource("instruments.csv"));
        settings.put("INSTRUMENTS_CALENDARS", resource("calendars.csv"));
        settings.putAll(market());
        return settings;
    }

    private static String resource(String name) {
        return Path.of("src/it/resources", name).toAbsolutePath().toString();
    }

    private static Map<String, String> lively() {
        var settings = new TreeMap<>(Map.of("SIMULATOR_INSTRUMENTS", "100"));
        for (Feature feature : Feature.all()) {
            JsonObject own = feature.object("settingsOfALivelyMarket");
            own.keySet().forEach(name -> settings.put(name, own.getString(name)));
        }
        return settings;
    }

    private Map<String, String> market() {
        return switch (this) {
            case SIMULATED -> lively();
            case STEADY -> Map.of("SIMULATOR_INSTRUMENTS", "20", "SIMULATOR_PACE", "steady");
            case REPLAY ->
                Map.of(
                        "FEED_SOURCE",
                        "replay",
                        "REPLAY_FILE",
                        Recorded.FILE.toString(),
                        "REPLAY_SYMBOL",
                        "BTC",
                        "REPLAY_SPEED",
                        Long.toString(Recorded.read().speed(Duration.ofMinutes(10))));
        };
    }
}
