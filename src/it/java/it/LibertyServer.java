package it;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// A real server that runs the packaged WAR in a process of its own, on free ports and in a directory of its own.
///
/// One thread uses it.
public final class LibertyServer implements AutoCloseable {

    /// What servers send must be the same under any locale.
    private static final String OTHER_DIGITS = "-Duser.language=ar -Duser.country=EG ";

    private final ServerDirectory directory;
    private final FreePorts ports;
    private final Map<String, String> environment = new TreeMap<>();
    private final String ready;
    private final List<String> launcher;
    private ServerProcess process;

    private LibertyServer(Path war, Path configuration, String ready, Map<String, String> settings) {
        this(List.of(), war, configuration, ready, true, settings);
    }

    private LibertyServer(
            List<String> launcher,
            Path war,
            Path configuration,
            String ready,
            boolean warm,
            Map<String, String> settings) {
        this.launcher = launcher;
        this.ready = ready;
        // First, because it may take long, and free ports do not stay free for ever.
        Optional<WarmStart> state = warm ? WarmStart.of(configuration) : Optional.empty();
        ports = FreePorts.find();
        directory = ServerDirectory.lay(war, configuration);
        environment.put("HTTP_PORT", Integer.toString(ports.http()));
        environment.put("HTTPS_PORT", Integer.toString(ports.https()));
        // A past is made up where a test asks for it: it takes seconds.
        environment.put("HISTORY_PAST", "false");
        // Nobody trades but whom a test lets trade.
        environment.put("TRADING_BOTS", "0");
        // Slow hashes are for those who steal a database.
        environment.put("IDENTITY_ACCOUNTS_ITERATIONS", "1000");
        environment.putAll(settings);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", directory.users().toString());
        environment.merge(
                "JVM_ARGS", OTHER_DIGITS + System.getProperty("it.server.jvm", ""), (own, all) -> all + " " + own);
        state.ifPresent(left -> left.give(directory, environment));
        environment.putIfAbsent("keystore_password", UUID.randomUUID().toString());
        process = ServerProcess.start(launcher, directory, environment);
        // If the test run is aborted, no server must be left running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endWithTheTests));
    }

    /// Starts a server and waits until its application answers.
    ///
    /// @param environment settings as environment variables, such as `STREAM_HEARTBEAT` with `PT0.5S`
    public static LibertyServer start(Map<String, String> environment) {
        return start(ServerDirectory.path("war"), environment);
    }

    /// The same with another application, which answers at `api/instruments` when it is ready.
    public static LibertyServer start(Path war, Map<String, String> environment) {
        return start(war, ServerDirectory.path("server.config"), "api/instruments", environment);
    }

    /// The same with another configuration, too.
    ///
    /// @param ready where the application answers when it is ready
    public static LibertyServer start(Path war, Path configuration, String ready, Map<String, String> environment) {
        return new LibertyServer(war, configuration, ready, environment).once(LibertyServer::awaitApplication);
    }

    /// Starts a server whose application must not start, and waits until the log says so.
    public static LibertyServer startRefused(Map<String, String> environment) {
        return usual(environment).once(server -> server.process.awaitRefusal(server.uri("api/instruments")));
    }

    /// Starts a server, and waits until its log has this text.
    public static LibertyServer startUntil(String text, Map<String, String> environment) {
        return usual(environment)
                .once(server -> await(text)
                        .atMost(Patience.LONG)
                        .until(() -> server.log().contains(text)));
    }

    private static LibertyServer usual(Map<String, String> environment) {
        return new LibertyServer(
                ServerDirectory.path("war"), ServerDirectory.path("server.config"), "api/instruments", environment);
    }

    /// Starts a server by another command, such as `prlimit`, cold, and waits for nothing.
    public static LibertyServer startBy(List<String> launcher, Map<String, String> environment) {
        return new LibertyServer(
                launcher,
                ServerDirectory.path("war"),
                ServerDirectory.path("server.config"),
                "api/instruments",
                false,
                environment);
    }

    /// Starts a server with nothing of an earlier one, and waits until its application answers.
    static LibertyServer startCold(Map<String, String> environment) {
        return startBy(List.of(), environment).once(LibertyServer::awaitApplication);
    }

    /// Waits for something about this server; closes the server if it does not happen.
    private LibertyServer once(Consumer<LibertyServer> awaited) {
        try {
            awaited.accept(this);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        return this;
    }

    /// Starts the server again after it has ended, with the same ports and directory.
    public void startAgain() {
        process = ServerProcess.start(launcher, directory, environment);
        awaitApplication();
    }

    /// The root of the application, with a slash at the end.
    public URI uri() {
        return URI.create("http://127.0.0.1:%s/".formatted(ports.http()));
    }

    /// The address of a path and query below the root, such as `api/quotes`.
    public URI uri(String path) {
        return uri().resolve(path);
    }

    /// The same over TLS; the certificate is self-signed by the server.
    public URI secureUri(String path) {
        return URI.create("https://127.0.0.1:%s/".formatted(ports.https())).resolve(path);
    }

    /// Kills the process without warning, and waits until it has ended.
    public void kill() {
        process.kill();
    }

    /// Sends SIGTERM, as the operating system does, and waits until the process has ended.
    public void terminate() {
        process.terminate();
    }

    /// Stops the server with its own command, and waits until the process has ended.
    public void stop() {
        process.stop();
    }

    /// Removes the application from the running server, and waits until Liberty says that it has stopped: until then
    /// Liberty refuses another one of its name, though the paths of the old one are gone already.
    public void undeploy() {
        int logged = log().length();
        directory.undeploy();
        await("undeployed").atMost(Patience.LONG).until(() -> log().indexOf("CWWKZ0009I", logged) >= 0);
        await("gone").atMost(Patience.LONG).until(() -> Http.answers(404, uri("api/instruments")));
    }

    /// Adds the application again.
    public void deploy() {
        directory.deploy();
        awaitApplication();
    }

    /// The file with the server's own certificate and its key.
    public Path keyStore() {
        return directory.keyStore();
    }

    /// Everything that the server has logged, over all its starts.
    public String log() {
        return directory.log();
    }

    /// What each of the server's platform threads is doing.
    String threads() {
        return process.threads();
    }

    /// The number of the server's process.
    public long pid() {
        return process.pid();
    }

    /// Where its configuration and all its logs are.
    public Path directory() {
        return directory.users();
    }

    /// How many streams are open, according to the server.
    public int subscribers() {
        return Gauge.subscribers(uri());
    }

    public boolean runs() {
        return process.runs();
    }

    @Override
    public void close() {
        if (runs()) {
            kill();
        }
        EndedServers.add(directory.users());
    }

    private void endWithTheTests() {
        close();
        EndedServers.removeUnlessATestFailed();
    }

    private void awaitApplication() {
        process.awaitApplication(uri(ready));
    }
}
