package tickertape.store;

import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the database: a feature gets its tables by producing a bean of type [Migrations].
@ApplicationScoped
@ContextServiceDefinition(
        name = StoreBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = StoreBeans.THREADS, context = StoreBeans.CONTEXT)
public class StoreBeans {

    /// The data source of server.xml.
    static final String SOURCE = "jdbc/tickertape";

    /// Platform threads: one that supervises, one for each write queue, and one for work that must not be interrupted.
    static final String THREADS = "java:module/concurrent/database-threads";

    static final String CONTEXT = "java:module/concurrent/database-context";

    static final String DATABASE = "database";

    @Produces
    @Singleton
    static Availability availability(
            InstantSource clock,
            @NanoTime LongSupplier nanoTime,
            Dialect dialect,
            @ConfigProperty(name = "database.url", defaultValue = "jdbc:h2:") String url) {
        return new Availability(clock, nanoTime, DiskSpace.around(dialect.file(url)));
    }

    @Produces
    @Singleton
    static DatabaseMetrics metrics(Availability availability) {
        return new DatabaseMetrics(availability);
    }

    @Produces
    @Singleton
    static Dialect dialect(@ConfigProperty(name = "database.url", defaultValue = "jdbc:h2:") String url) {
        return Dialect.of(url);
    }

    /// A database whose tables are not as this server needs them stops the start; one that does not answer does
    /// not.
    @Produces
    @Singleton
    static DatabaseSupervisor supervisor(
            Dialect dialect,
            StorePlatform platform,
            Availability availability,
            DatabaseMetrics metrics,
            @Any Instance<Migrations> migrations,
            @NanoTime LongSupplier nanoTime) {
        var supervisor = new DatabaseSupervisor(
                new Database(platform.source, dialect, availability, metrics, platform.threads, nanoTime),
                availability,
                new SchemaMigrator(platform.source, dialect, StoreBeans.class.getClassLoader()),
                migrations.stream().toList(),
                platform.threads,
                nanoTime);
        supervisor.begin();
        return supervisor;
    }

    static void close(@Disposes DatabaseSupervisor supervisor) {
        supervisor.close();
    }

    /// Whoever gets it finds its tables there, if the database answers.
    @Produces
    @Singleton
    static Database database(DatabaseSupervisor supervisor) {
        return supervisor.database();
    }

    /// It connects when it is used first.
    @Produces
    @Singleton
    static EntityManagerFactory factory(Dialect dialect, @Any Instance<EntityClasses> entities) {
        var configuration = new PersistenceConfiguration(DATABASE)
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .nonJtaDataSource(SOURCE)
                .sharedCacheMode(SharedCacheMode.NONE)
                .managedClass(InstantConverter.class)
                .property("eclipselink.target-database", dialect.platform());
        entities.stream().flatMap(each -> each.classes().stream()).forEach(configuration::managedClass);
        return configuration.createEntityManagerFactory();
    }

    /// Makes it at the start: that opens many files, and a busy server may have none left.
    static void prepare(@Observes Startup start, EntityManagerFactory factory) {}

    static void close(@Disposes EntityManagerFactory factory) {
        factory.close();
    }

    @Produces
    @Singleton
    static EntityStore entities(EntityManagerFactory factory, Database database) {
        return new EntityStore(factory, database);
    }

    @Produces
    @Singleton
    static WriteQueues queues(Database database, StorePlatform platform, @NanoTime LongSupplier nanoTime) {
        return new WriteQueues(database, platform.threads, nanoTime);
    }

    static void close(@Disposes WriteQueues queues) {
        queues.close();
    }

    @Produces
    @Singleton
    static WriteQueueMetrics queueMetrics(WriteQueues queues) {
        return new WriteQueueMetrics(queues);
    }

    /// Being a parameter here prepares the database before anything else.
    @Produces
    static StartupCheck check(Database database) {
        return () -> {};
    }

    @Produces
    static SettingsSummary summary(
            Dialect dialect, @ConfigProperty(name = "database.url", defaultValue = "jdbc:h2:") String url) {
        return new SettingsSummary(DATABASE, dialect.place(url));
    }

    /// Always up, because quotes go on without a database: its data says how that is. The log says it too.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(
            Availability availability, WriteQueues queues, HealthFigures figures, @Any Instance<SoleWriter> writers) {
        return () -> {
            Availability.State state = availability.state();
            var response = figures.in(
                    HealthCheckResponse.named(DATABASE)
                            .up()
                            .withData("available", state.available())
                            .withData("since", state.since().toString()),
                    Map.of(
                            "waiting",
                            queues.all().stream().mapToLong(WriteQueue::depth).sum(),
                            "lost",
                            queues.all().stream().mapToLong(WriteQueue::lost).sum()));
            List<WriteQueue<?>> paused =
                    queues.all().stream().filter(WriteQueue::isPaused).toList();
            Stream.concat(Stream.of(availability.reason()), paused.stream().map(WriteQueue::failure))
                    .filter(reason -> !reason.isEmpty())
                    .findFirst()
                    .ifPresent(reason -> response.withData("reason", reason));
            if (!paused.isEmpty()) {
                response.withData(
                        "paused", paused.stream().map(WriteQueue::name).collect(Collectors.joining(", ")));
            }
            if (writers.stream().anyMatch(writer -> writer.term() == 0)) {
                response.withData("writer", "another server");
            }
            return response.build();
        };
    }
}
