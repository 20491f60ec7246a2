package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import tickertape.client.Report.Continuity;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Quote;

/// A client asks for gzip, and its callbacks do not notice that they get it.
class CompressionTest {

    private final EventRecorder heard = new EventRecorder();

    @Test
    void eachEventArrivesAtOnceAndACutLosesNothing() throws IOException {
        var taken = new Semaphore(0);
        ScriptedStream.Script cutInTheMiddle = connection -> {
            connection.sayPacked(SseFrames.hello("snapshot"));
            for (int number = 1; number < 4; number++) {
                connection.sayPacked(SseFrames.quote("AAPL", number));
                // The next one comes only when this one is there.
                taken.acquireUninterruptibly();
            }
            connection.sayPacked("event: quote\ndata: {\"sym");
        };
        ScriptedStream.Script ends = connection -> {
            connection.sayPacked(SseFrames.hello("resumed") + SseFrames.quote("AAPL", 4));
            connection.endPacked();
        };
        ScriptedStream.Script plain = connection -> {
            connection.say(SseFrames.hello("resumed") + SseFrames.quote("AAPL", 5));
            connection.stay();
        };

        try (var server = new ScriptedStream(cutInTheMiddle, ends, plain);
                var _ = heard.tape(server.uri()).open()) {
            for (int number = 1; number < 4; number++) {
                assertThat(heard.next(Quote.class).seq()).isEqualTo(number);
                taken.release();
            }
            assertThat(heard.offline().reason()).isEqualTo(OfflineReason.CUT);
            assertThat(heard.connected().continuity()).isEqualTo(Continuity.RESUMED);
            assertThat(heard.next(Quote.class).seq()).isEqualTo(4);
            assertThat(heard.offline().detail()).contains("end of the response");
            assertThat(heard.next(Quote.class).seq()).isEqualTo(5);

            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.lines()).contains("Accept-Encoding: gzip"));
            assertThat(server.requests().get(1)).contains("-3");
        }
    }

    @Test
    void bytesThatAreNoGzipEndTheConnection() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.answer(
                            "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nContent-Encoding: gzip", "event: hello");
                    connection.stay();
                });
                var _ = heard.tape(server.uri()).open()) {
            assertThat(heard.offline().reason()).isEqualTo(OfflineReason.CUT);
            assertThat(heard.offline().detail()).contains("GZIP");
        }
    }
}
