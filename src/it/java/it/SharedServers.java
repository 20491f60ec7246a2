package it;

import java.util.HashMap;
import java.util.Map;

/// Servers that test classes share: one for the same settings in each JVM that runs tests; they end with the JVM.
///
/// A class may use one if it leaves it as it was: it does not end it, undeploys nothing and closes its streams. Whoever
/// counts streams or reads the log first waits until nothing of an earlier class is left. All others start their own.
public final class SharedServers {

    private static final Map<Map<String, String>, LibertyServer> SERVERS = new HashMap<>();

    private SharedServers() {}

    /// The server with these settings, which are environment variables; the first who asks for it starts it.
    public static synchronized LibertyServer with(Map<String, String> settings) {
        return SERVERS.computeIfAbsent(Map.copyOf(settings), LibertyServer::start);
    }
}
