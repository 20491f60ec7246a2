package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.client.Report.Connected;
import tickertape.client.Report.Gap;
import tickertape.client.Report.Origin;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Quote;

/// What a client gets after a cut: nothing in half, nothing twice, and word of how it goes on.
class InterruptionTest {

    private final EventRecorder heard = new EventRecorder();
    private final CountDownLatch arrived = new CountDownLatch(1);

    /// The ways in which a connection breaks.
    enum Cut {
        END {
            @Override
            void happen(ScriptedConnection connection) throws IOException {
                connection.end();
            }
        },
        CLOSE {
            @Override
            void happen(ScriptedConnection connection) {
                // Closed when the script is over.
            }
        },
        CRASH {
            @Override
            void happen(ScriptedConnection connection) throws IOException {
                connection.crash();
            }
        };

        abstract void happen(ScriptedConnection connection) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void halfAnEventIsDroppedAndComesAsAWholeAfterwards(Cut cut) throws IOException {
        String half = SseFrames.quote("AAPL", 8).substring(0, 200);
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                            connection.say(half);
                            await(arrived);
                            cut.happen(connection);
                        },
                        connection -> {
                            connection.say(SseFrames.hello("resumed") + SseFrames.quote("AAPL", 8));
                            connection.stay();
                        });
                var stream = heard.tape(server.uri()).open()) {

            heard.next(Quote.class);
            arrived.countDown();
            assertThat(heard.offline().reason()).isEqualTo(OfflineReason.CUT);
            assertThat(heard.connected().startsAnew()).isFalse();
            assertThat(heard.next(Quote.class).seq()).isEqualTo(8);
            assertThat(server.requests().get(1)).containsIgnoringCase("Last-Event-ID: one-7");
            assertThat(stream.position()).hasValue("one-8");
        }
    }

    @Test
    void restartedServerHasAnotherEpochAndEverythingBeginsAnew() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                            await(arrived);
                        },
                        connection -> {
                            connection.say(SseFrames.hello("two", "snapshot", "PT15S"));
                            connection.say(SseFrames.quote("AAPL", 1).replace("id: one", "id: two"));
                            connection.stay();
                        });
                var stream = heard.tape(server.uri()).open()) {

            heard.next(Quote.class);
            arrived.countDown();
            Connected again = heard.connected();
            assertThat(again.startsAnew()).isTrue();
            assertThat(again.hello().epoch()).isEqualTo("two");
            assertThat(heard.next(Quote.class).seq()).isEqualTo(1);
            assertThat(server.requests().get(1)).containsIgnoringCase("Last-Event-ID: one-7");
            assertThat(stream.position()).hasValue("two-1");
        }
    }

    @Test
    void continuityAndGapsComeInTheirPlace() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> connection.say(SseFrames.hello("conflated") + SseFrames.trade(1)),
                        connection -> connection.say(SseFrames.hello("gap")
                                + SseFrames.event("gap", "{\"topics\":[\"trade\"]}")
                                + SseFrames.trade(2)),
                        connection -> {
                            connection.say(SseFrames.hello("of the future"));
                            connection.stay();
                        });
                var _ = heard.tape(server.uri()).open()) {

            assertThat(names(heard.next(8)))
                    .containsExactly("CONFLATED", "Trade", "Offline", "GAP", "Gap", "Trade", "Offline", "UNKNOWN");
        }
    }

    @Test
    void gapNamesTheTopicsAndWhoLostTheEvents() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(
                            SseFrames.hello("gap") + SseFrames.event("gap", "{\"topics\":[\"trade\",\"chat\"]}"));
                    connection.stay();
                });
                var _ = heard.tape(server.uri()).open()) {

            assertThat(heard.next(Gap.class)).isEqualTo(new Gap(List.of("trade", "chat"), Origin.SERVER));
        }
    }

    private static List<String> names(List<Object> list) {
        return list.stream()
                .map(each -> each instanceof Connected connected
                        ? connected.continuity().name()
                        : each.getClass().getSimpleName())
                .toList();
    }

    // What was sent before must have arrived: a reset would discard it.
    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
