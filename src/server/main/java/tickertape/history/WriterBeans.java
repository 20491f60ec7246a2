package tickertape.history;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.identity.RandomId;
import tickertape.market.Leadership;
import tickertape.store.Database;
import tickertape.store.Dialect;
import tickertape.store.SoleWriter;
import tickertape.web.monitoring.MetricFactory;
import tickertape.web.start.StartupCheck;

/// Wires which of several servers with one database writes the history.
@ApplicationScoped
public class WriterBeans {

    @Produces
    @Singleton
    static SoleWriter writer(Database database) {
        return new SoleWriter(database, "history", RandomId.of(new SecureRandom()));
    }

    static void close(@Disposes SoleWriter writer) {
        writer.close();
    }

    /// In a cluster, it is the server that leads; and no other server can open the file of H2.
    @Produces
    @Singleton
    static WriteTerm term(Database database, Leadership leadership, SoleWriter writer) {
        if (!isLocked(database.dialect(), leadership)) {
            return WriteTerm.of(leadership);
        }
        writer.start();
        return WriteTerm.of(writer);
    }

    private static boolean isLocked(Dialect dialect, Leadership leadership) {
        return dialect == Dialect.POSTGRESQL && leadership.equals(Leadership.ALONE);
    }

    @Produces
    static StartupCheck check(
            Dialect dialect,
            Leadership leadership,
            @ConfigProperty(name = "database.connections", defaultValue = "10") String connections) {
        boolean locked = isLocked(dialect, leadership);
        return () -> requireConnections(locked, connections);
    }

    /// The one that has the lock is for nothing else.
    static void requireConnections(boolean locked, String connections) {
        if (locked && connections.equals("1")) {
            throw new IllegalArgumentException(
                    "database.connections must be 2 at least with PostgreSQL: one says which server writes the history");
        }
    }

    @Produces
    @Singleton
    static MultiCollector metrics(WriteTerm right) {
        return () -> MetricSnapshots.of(MetricFactory.gauge(
                "history_writes",
                "1 on the server that writes the bars into the database, 0 where another one does",
                right.term() == 0 ? 0 : 1));
    }
}
