package it.wire;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// One run of a server with each feed, shared by all tests that look at it.
final class Lives {

    static final Schemas SCHEMAS = new Schemas();

    private static final Map<Feed, Life> ALL = new EnumMap<>(Feed.class);

    static {
        for (Feed feed : Feed.values()) {
            ALL.put(feed, Life.of(feed, SCHEMAS));
        }
    }

    private Lives() {}

    static Life of(Feed feed) {
        return Objects.requireNonNull(ALL.get(feed));
    }
}
