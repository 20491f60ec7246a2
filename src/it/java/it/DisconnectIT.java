package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Subscribers may disconnect without warning; that is not a fault, and is not logged.
class DisconnectIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                Map.of("SIMULATOR_INSTRUMENTS", "10", "TICKER_INTERVAL", "PT0.1S", "STREAM_HEARTBEAT", "PT1S"));
    }

    @Test
    void fiveHundredCutAtOnceLeaveNothingBehind() throws InterruptedException, IOException {
        Crowd crowd = Crowd.of(500, server.uri("api/stream"));
        await().until(() -> server.subscribers() == 500);
        List<EventStream> streams = crowd.streams();
        long left = left();

        for (EventStream stream : streams.subList(0, 250)) {
            stream.connection().cut();
        }
        for (EventStream stream : streams.subList(250, 500)) {
            stream.connection().close();
        }

        var watch = Stopwatch.start();
        await().until(() -> server.subscribers() == 0);
        watch.print("500 who were cut off were noticed");
        await().until(() -> left() == left + 500);
        assertThat(Faults.in(server.log())).isEmpty();
    }

    private static long left() {
        return Measures.of(server.uri()).count("tickertape_stream_departures_total", "reason", "left");
    }

    @Test
    void thoseWhoLeaveBeforeTheirHelloLeaveNothingBehind() throws IOException {
        URI stream = server.uri("api/stream");

        for (int i = 0; i < 100; i++) {
            Connection.abandon(stream);
        }

        try (var afterwards = EventStream.open(stream)) {
            afterwards.next("quote");
            await().until(() -> server.subscribers() == 1);
        }
        assertThat(Faults.in(server.log())).isEmpty();
    }
}
