package it.soak;

import it.Connection;
import it.Event;
import it.EventParser;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Somebody who reads its private messages, is cut off again and again, and looks for any trace of others.
final class PrivateReader {

    enum Count {
        READ,
        OF_OTHERS,
        GAPS,
        RESUMED,
        REFUSED
    }

    private static final int LONGEST_MILLIS = 1500;
    private static final int ONE_IN = 20;
    private static final int REFUSED = 503;

    private final String name;
    private final String token;
    private final boolean quotes;
    private final Random random;
    private final Set<String> ids = new HashSet<>();
    private final Queue<String> doubtful = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Count, Long> counts = new ConcurrentHashMap<>();
    private volatile String lastPrivateId = "";
    private volatile boolean over;
    private String lastId = "";
    // -1 if messages may have been missed.
    private long last = -1;

    /// @param quotes whether it reads quotes beside
    PrivateReader(String name, String token, boolean quotes) {
        this.name = name;
        this.token = token;
        this.quotes = quotes;
        random = PrivateMessagesSoak.random(name);
    }

    void start(URI server, int cuts, List<PrivateReader> others, ScheduledExecutorService cutter) {
        URI uri = server.resolve("api/stream?topic=reminder" + (quotes ? ",quote" : ""));
        Thread.ofVirtual().name(name).start(() -> {
            try {
                for (int cut = 0; cut < cuts; ) {
                    cut += visit(uri, others, cutter) ? 1 : 0;
                }
            } catch (RuntimeException | Error e) {
                faults.add("%s: %s".formatted(name, e));
            } finally {
                over = true;
            }
        });
    }

    // Whether it was let in: a server that has too much to do refuses.
    private boolean visit(URI uri, List<PrivateReader> others, ScheduledExecutorService cutter) {
        String foreign = random.nextInt(ONE_IN) == 0 ? others.get(random.nextInt(others.size())).lastPrivateId : "";
        boolean ofAnother = !foreign.isEmpty() && !ids.contains(foreign);
        String from = ofAnother ? foreign : lastId;
        String[] headers = from.isEmpty()
                ? new String[] {"Authorization", "Bearer " + token}
                : new String[] {"Authorization", "Bearer " + token, "Last-Event-ID", from};
        try (var connection = Connection.get(uri, headers)) {
            if (connection.status() == REFUSED) {
                counts.merge(Count.REFUSED, 1L, Long::sum);
                return false;
            }
            var _ = cutter.schedule(() -> cut(connection), random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            var parser = new EventParser(connection.body());
            for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
                take(event.get(), from, ofAnother);
            }
        } catch (IOException | UncheckedIOException cut) {
            // That is what this is about.
        }
        return true;
    }

    private static void cut(Connection connection) {
        try {
            connection.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Event event, String from, boolean ofAnother) {
        switch (event.name()) {
            case "hello" -> greet(event.json().getString("resume"), from, ofAnother);
            case "reminder" -> read(event);
            case "gap" -> {
                counts.merge(Count.GAPS, 1L, Long::sum);
                last = -1;
                if (!event.json().getJsonArray("topics").stream()
                        .map(JsonValue::toString)
                        .allMatch("\"reminder\""::equals)) {
                    faults.add("%s: %s".formatted(name, event));
                }
            }
            case "quote" -> {
                if (!quotes) {
                    faults.add("%s: %s".formatted(name, event));
                }
            }
            default -> faults.add("%s: %s".formatted(name, event));
        }
        event.id().ifPresent(id -> lastId = id);
    }

    private void greet(String resume, String from, boolean ofAnother) {
        if (ofAnother) {
            counts.merge(Count.OF_OTHERS, 1L, Long::sum);
        }
        // One that is older than what is kept of its own may be its own, for all that the server knows.
        if (ofAnother && !resume.equals("snapshot") && !resume.equals("gap")) {
            // Messages of its own are numbered as those of others are: perhaps it has one there that it has not read.
            doubtful.add(from);
        }
        if (resume.equals("snapshot")) {
            last = -1;
            if (!ofAnother && !from.isEmpty()) {
                faults.add("%s: snapshot from %s, which is its own".formatted(name, from));
            }
        } else {
            counts.merge(Count.RESUMED, 1L, Long::sum);
        }
    }

    private void read(Event event) {
        String text = event.json().getString("text");
        String id = event.id().orElse("none");
        if (!text.startsWith(name + "#")) {
            faults.add("%s: got %s".formatted(name, event));
            return;
        }
        counts.merge(Count.READ, 1L, Long::sum);
        long number = Long.parseLong(text.substring(name.length() + 1));
        if (last >= 0 && number != last + 1) {
            faults.add("%s: %s after %s, at %s".formatted(name, number, last, id));
        }
        // Parts count its own messages only.
        boolean sameOffset = !lastPrivateId.isEmpty() && offset(id).equals(offset(lastPrivateId));
        int part = part(id);
        if (last >= 0 && part != (sameOffset ? part(lastPrivateId) + 1 : 1)) {
            faults.add("%s: %s after %s".formatted(name, id, lastPrivateId));
        }
        last = number;
        ids.add(id);
        lastPrivateId = id;
    }

    private static String offset(String id) {
        return id.replaceFirst("\\..*", "");
    }

    private static int part(String id) {
        return id.contains(".") ? Integer.parseInt(id.substring(id.indexOf('.') + 1)) : 0;
    }

    /// Reads all that is kept of its messages, if it went on from an id of another: it must be one of its own, too.
    void settle(URI server) {
        if (doubtful.isEmpty()) {
            return;
        }
        String[] headers = {"Authorization", "Bearer " + token, "Last-Event-ID", beginning(doubtful.element())};
        var own = new HashSet<String>();
        try (var connection = Connection.get(server.resolve("api/stream?topic=reminder"), headers)) {
            var parser = new EventParser(connection.body());
            for (var event = parser.next(); !event.orElseThrow().is("heartbeat"); event = parser.next()) {
                event.get().id().ifPresent(own::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        doubtful.removeIf(own::contains);
        doubtful.forEach(id -> faults.add("%s: went on from %s, which is of another".formatted(name, id)));
    }

    private static String beginning(String id) {
        return id.replaceFirst("-.*", "-0");
    }

    String name() {
        return name;
    }

    String token() {
        return token;
    }

    boolean isOver() {
        return over;
    }

    long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
