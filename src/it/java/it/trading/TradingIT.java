package it.trading;

import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Trading on a server with a file of its own.
class TradingIT extends TradingOnServer {

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

    @Test
    @Order(20)
    void killUnderLoadLosesAndDoublesNothing() {
        var load = new KillUnderLoad(server);
        load.kill(200);
        load.check();
    }
}
