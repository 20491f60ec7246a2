package it.wire;

import it.Connection;
import it.Event;
import it.EventParser;
import it.LibertyServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// A client that is disconnected again and again, at any byte, and resumes after the last complete event each time.
///
/// One thread uses it.
final class RestlessReader {

    // The hello has about two hundred bytes; a hundred quotes and trades have some thirty thousand.
    private static final int LONGEST_VISIT = 16_000;
    private static final int HELLO = 250;
    private static final int LITTLE = 2_000;

    private final LibertyServer server;
    private final String path;
    private final RandomGenerator random;
    private final List<Reconnect> visits = new ArrayList<>();
    private String last;

    /// @param path of the stream with its query
    /// @param last the position where it begins
    RestlessReader(LibertyServer server, String path, String last, RandomGenerator random) {
        this.server = server;
        this.path = path;
        this.last = last;
        this.random = random;
    }

    /// Connects, reads for a while, and is disconnected.
    void visit() throws IOException {
        if (random.nextInt(20) == 0) {
            Connection.abandon(server.uri(resuming()));
            return;
        }
        try (var connection = connect()) {
            visits.add(read(new Cutting(connection.body(), length())));
            if (random.nextBoolean()) {
                connection.cut();
            }
        }
    }

    /// All connections on which something can have come.
    List<Reconnect> visits() {
        return visits;
    }

    List<Event> events() {
        return visits.stream().flatMap(visit -> visit.events().stream()).toList();
    }

    private Connection connect() {
        return random.nextBoolean()
                ? Connection.get(server.uri(resuming()))
                : Connection.get(server.uri(path), "Last-Event-ID", last);
    }

    private String resuming() {
        return path + "&lastEventId=" + last;
    }

    private int length() {
        return random.nextInt(1, random.nextInt(10) == 0 ? HELLO : LONGEST_VISIT);
    }

    /// Half of the connections last until a change comes, and are cut a little later.
    private Reconnect read(Cutting body) throws IOException {
        var parser = new EventParser(body);
        boolean patient = random.nextBoolean();
        Optional<Event> hello = parser.next();
        Predicate<Event> isNews = hello.map(Reconnect::isNews).orElse(event -> false);
        if (patient && hello.isPresent()) {
            body.endAfter(Integer.MAX_VALUE);
        }
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
            events.add(event.get());
            if (patient && isNews.test(event.get())) {
                patient = false;
                body.endAfter(random.nextInt(LITTLE));
            }
        }
        last = parser.lastEventId().isEmpty() ? last : parser.lastEventId();
        return new Reconnect(hello, events, body.within());
    }
}
