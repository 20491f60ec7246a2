package it;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Servers that test classes share: one for the same application and settings in each JVM that runs tests; they end
/// with the JVM.
///
/// A class may use one if it leaves it as it was: it does not end it, undeploys nothing and closes its streams. Whoever
/// counts streams or reads the log first waits until nothing of an earlier class is left. All others start their own.
///
/// Between two classes only the last one that was used goes on: the others would take half of a small machine. They are
/// stopped, and started again at the same address when a class asks for them, or one that did before runs again.
public final class SharedServers {

    private static final Map<Object, LibertyServer> SERVERS = new HashMap<>();
    private static final Map<Class<?>, Set<LibertyServer>> USED = new HashMap<>();

    private static Class<?> running = SharedServers.class;

    private SharedServers() {}

    /// The server with these settings, which are environment variables.
    public static LibertyServer with(Map<String, String> settings) {
        return of(Map.copyOf(settings), () -> LibertyServer.start(settings));
    }

    /// The same with another application.
    public static LibertyServer with(Path war, Map<String, String> settings) {
        return of(Map.of(war, settings), () -> LibertyServer.start(war, settings));
    }

    private static synchronized LibertyServer of(Object key, Supplier<LibertyServer> start) {
        LibertyServer server = SERVERS.computeIfAbsent(key, _ -> start.get());
        wake(server);
        USED.computeIfAbsent(running, _ -> new HashSet<>()).add(server);
        return server;
    }

    private static void wake(LibertyServer server) {
        if (!server.runs()) {
            server.startAgain();
        }
    }

    /// A test class begins, perhaps not for the first time.
    static synchronized void begin(Class<?> type) {
        running = type;
        USED.getOrDefault(type, Set.of()).forEach(SharedServers::wake);
    }

    /// A test class has ended.
    static synchronized void end(Class<?> type) {
        Set<LibertyServer> used = USED.getOrDefault(type, Set.of());
        if (!used.isEmpty()) {
            SERVERS.values().stream()
                    .filter(server -> !used.contains(server) && server.runs())
                    .forEach(LibertyServer::terminate);
        }
    }
}
