package it.alerts;

import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/// Alerts of a server with a file of its own.
class AlertsIT extends AlertsOnServer {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(settings(Map.of()));
    }

    @Override
    LibertyServer server() {
        return server;
    }
}
