package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sends ten thousand random byte strings with the seed `soak.seed` (1); every build sends a few hundred.
class FuzzSoak {

    @Test
    void nothingThatAClientSendsBreaksTheServerOrItsLog() throws InterruptedException {
        long seed = Long.getLong("soak.seed", 1);
        try (var server = LibertyServer.start(Map.of())) {
            var fuzz = new Fuzz(server, seed);

            fuzz.send(10_000);

            System.out.println("answers: " + fuzz.answers());
            assertThat(fuzz.failures()).isEmpty();
            assertThat(LogBytes.in(server.directory()).tainted()).isEmpty();
            try (var stream = EventStream.open(server.uri("api/stream"))) {
                stream.next("quote");
            }
        }
    }
}
