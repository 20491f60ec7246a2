package it.cluster;

import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.deploy.DeployedNginx;
import it.fault.Signals;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Readers behind nginx, while servers of a cluster are killed, stopped and started. One thread uses it.
public final class Storm implements AutoCloseable {

    private final Cluster cluster;
    private final DeployedNginx nginx;
    private final Witness witness = new Witness();
    private final List<Wanderer> readers;

    /// What happens to a server.
    public enum Blow {
        /// It is killed, and started again.
        KILL,
        /// It is asked to end, and started again.
        TERMINATE,
        /// It does nothing for a while.
        FREEZE
    }

    public Storm(Cluster cluster, int size, Path directory) {
        this.cluster = cluster;
        nginx = DeployedNginx.before(
                cluster.servers().stream().map(LibertyServer::uri).toList(), directory);
        readers = IntStream.range(0, size)
                .mapToObj(number -> new Wanderer("reader " + number, nginx, witness).begun())
                .toList();
        awaitProgress();
    }

    /// The server that leads.
    public LibertyServer leader() {
        return cluster.leader();
    }

    /// Lets something happen to a server; returns when all readers have read on without it, and it is back.
    public void strike(LibertyServer server, Blow blow) {
        switch (blow) {
            case KILL -> server.kill();
            case TERMINATE -> server.terminate();
            case FREEZE -> Signals.freeze(server.pid());
        }
        try {
            awaitProgress();
        } finally {
            if (blow == Blow.FREEZE) {
                Signals.thaw(server.pid());
            } else {
                server.startAgain();
            }
        }
        Cluster.awaitTouch(server);
    }

    /// Waits until each reader has got something that was not there when this was called.
    private void awaitProgress() {
        long before = witness.last();
        await("all readers read on behind " + before)
                .until(() -> readers.stream().allMatch(reader -> reader.offset() > before));
    }

    /// Ends all readers; returns what was wrong with what they got.
    public List<String> faults() {
        readers.forEach(Wanderer::close);
        await("all readers have ended").until(() -> readers.stream().allMatch(Wanderer::hasEnded));
        readers.forEach(Wanderer::compare);
        return witness.faults();
    }

    /// How often readers had to come back, and what they have seen.
    public String inWords() {
        int visits = readers.stream().mapToInt(Wanderer::visits).sum();
        return "%s readers came %s times and have seen %s events each"
                .formatted(readers.size(), visits, witness.size());
    }

    @Override
    public void close() {
        readers.forEach(Wanderer::close);
        nginx.close();
    }
}
