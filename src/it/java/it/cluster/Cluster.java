package it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Measures;
import it.fault.KafkaBroker;
import it.store.PostgresServer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Servers with one broker, one database and one tape.
public final class Cluster implements AutoCloseable {

    /// Of all topics that are ready to be shared, every change one by one.
    static final String STREAM = "api/stream?topic=quote,trade,status,candle";

    final KafkaBroker broker = KafkaBroker.started();
    private final PostgresServer postgres = new PostgresServer();
    private final List<LibertyServer> servers = new ArrayList<>();
    private final Map<String, String> more;

    public Cluster(int size) {
        this(size, Map.of());
    }

    /// @param more settings of all servers
    public Cluster(int size, Map<String, String> more) {
        this.more = more;
        postgres.start();
        for (int i = 1; i <= size; i++) {
            servers.add(LibertyServer.start(settings("node-" + i)));
        }
        leader();
        servers.forEach(Cluster::awaitTouch);
    }

    /// Waits until a server has what the one that leads publishes.
    static void awaitTouch(LibertyServer server) {
        await("in touch").until(() -> isInTouch(server));
    }

    /// The settings of one more server.
    Map<String, String> settings(String node) {
        var settings = new TreeMap<>(postgres.settings());
        settings.put("CLUSTER_KAFKA", broker.address());
        settings.put("CLUSTER_NODE", node);
        settings.put("FEATURES_OFF", "alerts,chat,commentary,trading");
        settings.put("SIMULATOR_INSTRUMENTS", "10");
        // Readers get all one by one, however busy the machine is: one that a balancer leads to a server which does
        // nothing, time and again, comes back after minutes.
        settings.put("STREAM_BACKLOG", "1000000");
        settings.put("STREAM_LAG", "PT5M");
        settings.put("STREAM_BURST", "100000");
        settings.putAll(more);
        return settings;
    }

    public List<LibertyServer> servers() {
        return List.copyOf(servers);
    }

    static boolean leads(LibertyServer server) {
        return gauge(server, "tickertape_cluster_leads") == 1;
    }

    static boolean isInTouch(LibertyServer server) {
        return gauge(server, "tickertape_cluster_in_touch") == 1;
    }

    private static long gauge(LibertyServer server, String name) {
        try {
            return Measures.of(server.uri()).count(name);
        } catch (UncheckedIOException away) {
            return 0;
        }
    }

    /// Waits until one of these leads.
    static LibertyServer leader(List<LibertyServer> servers) {
        return await("a server that leads")
                .until(() -> servers.stream().filter(Cluster::leads).toList(), leading -> leading.size() == 1)
                .getFirst();
    }

    LibertyServer leader() {
        return leader(servers);
    }

    List<LibertyServer> others(LibertyServer one) {
        return servers.stream().filter(server -> server != one).toList();
    }

    static EventStream follow(LibertyServer server) {
        return EventStream.open(server.uri(STREAM));
    }

    static EventStream resume(LibertyServer server, String id) {
        return EventStream.open(server.uri(STREAM + "&lastEventId=" + id));
    }

    /// Goes on from an id, as a client that comes back after each goodbye.
    ///
    /// @param outcome what the hello must say
    static EventStream resume(LibertyServer server, String id, String outcome) {
        return await("a stream from " + id)
                .until(() -> attempt(server, id, outcome), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<EventStream> attempt(LibertyServer server, String id, String outcome) {
        EventStream stream = resume(server, id);
        Event first = stream.next();
        if (first.is("goodbye")) {
            stream.close();
            return Optional.empty();
        }
        assertThat(first.json().getString("resume"))
                .as("from %s at %s: %s", id, server.uri(), first.data())
                .isEqualTo(outcome);
        return Optional.of(stream);
    }

    @Override
    public void close() {
        servers.forEach(LibertyServer::close);
        postgres.close();
        broker.close();
    }
}
