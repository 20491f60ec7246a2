package it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import it.soak.Fuzz;
import it.soak.LogBytes;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// No bytes that a client sends make the server fail, or get into its log as a control character or as a line of their
/// own.
class FuzzIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "5"));
    }

    @Test
    void randomBytesAreAFaultOfTheClientOrNone() throws InterruptedException {
        var fuzz = new Fuzz(server, 20_261_123);

        fuzz.send(300);

        System.out.println("answers to random bytes: " + fuzz.answers());
        assertThat(fuzz.failures()).isEmpty();
        assertThat(LogBytes.in(server.directory()).tainted()).isEmpty();
        try (var stream = EventStream.open(server.uri("api/stream"))) {
            stream.next("quote");
        }
    }
}
