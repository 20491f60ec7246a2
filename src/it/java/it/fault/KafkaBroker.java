package it.fault;

import static org.awaitility.Awaitility.await;

import it.FreePorts;
import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/// A real broker of Kafka in a process of its own, with a directory of its own and a port that it keeps: it can be
/// killed, frozen, and started again with what it had. It makes no topics by itself.
///
/// One thread uses it.
public final class KafkaBroker implements AutoCloseable {

    // Small, as it has little to do, and in digits that its files and its clients understand.
    private static final List<String> JVM = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-Duser.country=US");

    private static final int REQUEST_MILLIS = 5_000;

    private final FreePorts ports = FreePorts.find();
    private final Path directory = ServerDirectory.temporary("kafka-");
    private final Path configuration = directory.resolve("server.properties");
    private @Nullable Process process;

    /// One that is yet to be started.
    public KafkaBroker() {
        try {
            Files.writeString(configuration, properties());
            Process format = execute(
                    "kafka.tools.StorageTool", "format", "-t", Uuid.randomUuid().toString(), "-c");
            if (format.waitFor() != 0) {
                throw new IllegalStateException(log());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// One that answers.
    public static KafkaBroker started() {
        var broker = new KafkaBroker();
        broker.start();
        return broker;
    }

    /// Its address, as clients want it.
    public String address() {
        return "127.0.0.1:" + ports.http();
    }

    /// Starts it, and waits until it answers.
    public void start() {
        try {
            Process started = execute("kafka.Kafka");
            process = started;
            await("a broker at " + address()).until(() -> {
                if (!started.isAlive()) {
                    throw new IllegalStateException(log());
                }
                return answers();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a topic, and waits until it is there.
    public void createTopic(String name, int partitions) {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
            await(name).until(() -> admin.listTopics().names().get().contains(name));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Deletes a topic, with all that lies there.
    public void deleteTopic(String name) {
        try (var admin = admin()) {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Ends it without warning, as a machine that loses its power.
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await("the end of the broker").until(() -> !running.isAlive());
        }
    }

    /// From now on it keeps its connections, and says nothing.
    public void freeze() {
        Signals.freeze(pid());
    }

    /// From now on it goes on.
    public void thaw() {
        Signals.thaw(pid());
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                REQUEST_MILLIS));
    }

    private boolean answers() throws InterruptedException {
        try (var admin = admin()) {
            return !admin.describeCluster()
                    .nodes()
                    .get(REQUEST_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    private long pid() {
        return Objects.requireNonNull(process).pid();
    }

    private Process execute(String main, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = Stream.of(
                        Stream.of(java.toString()),
                        JVM.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main),
                        Stream.of(arguments),
                        Stream.of(configuration.toString()))
                .flatMap(words -> words)
                .toList();
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(console().toFile()))
                .start();
    }

    private Path console() {
        return directory.resolve("console.log");
    }

    private String log() throws IOException {
        return Files.readString(console());
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$s
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$s,CONTROLLER://127.0.0.1:%2$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """.formatted(ports.http(), ports.https(), directory.resolve("data"));
    }
}
