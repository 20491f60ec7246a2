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

/// What a client knows after a cut: nothing that is half, nothing twice, and how it joins.
class InterruptionTest {

    private final EventRecorder heard = new EventRecorder();
    private final CountDownLatch arrived = new CountDownLatch(1);

    /// The ways in which a connection ends in the middle of something.
    enum Cut {
        END {
            @Override
            void happen(ScriptedConnection visitor) throws IOException {
                visitor.end();
            }
        },
        CLOSE {
            @Override
            void happen(ScriptedConnection visitor) {
                // Closed when the scene is over.
            }
        },
        CRASH {
            @Override
            void happen(ScriptedConnection visitor) throws IOException {
                visitor.crash();
            }
        };

        abstract void happen(ScriptedConnection visitor) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void halfAnEventIsDroppedAndComesWholeAfterwards(Cut cut) throws IOException {
        String half = SseFrames.quote("AAPL", 8).substring(0, 200);
        try (var server = new ScriptedStream(
                        visitor -> {
                            visitor.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                            visitor.say(half);
                            await(arrived);
                            cut.happen(visitor);
                        },
                        visitor -> {
                            visitor.say(SseFrames.hello("resumed") + SseFrames.quote("AAPL", 8));
                            visitor.stay();
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
    void restartedServerIsKnownByItsEpochAndAllBeginsAnew() throws IOException {
        try (var server = new ScriptedStream(
                        visitor -> {
                            visitor.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                            await(arrived);
                        },
                        visitor -> {
                            visitor.say(SseFrames.hello("two", "snapshot", "PT15S"));
                            visitor.say(SseFrames.quote("AAPL", 1).replace("id: one", "id: two"));
                            visitor.stay();
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
    void verdictsAndGapsComeInTheirPlace() throws IOException {
        try (var server = new ScriptedStream(
                        visitor -> visitor.say(SseFrames.hello("conflated") + SseFrames.trade(1)),
                        visitor -> visitor.say(SseFrames.hello("gap")
                                + SseFrames.event("gap", "{\"topics\":[\"trade\"]}")
                                + SseFrames.trade(2)),
                        visitor -> {
                            visitor.say(SseFrames.hello("of the future"));
                            visitor.stay();
                        });
                var _ = heard.tape(server.uri()).open()) {

            assertThat(names(heard.next(8)))
                    .containsExactly("CONFLATED", "Trade", "Offline", "GAP", "Gap", "Trade", "Offline", "UNKNOWN");
        }
    }

    @Test
    void gapSaysOfWhichTopicsAndWhoLostThem() throws IOException {
        try (var server = new ScriptedStream(visitor -> {
                    visitor.say(SseFrames.hello("gap") + SseFrames.event("gap", "{\"topics\":[\"trade\",\"chat\"]}"));
                    visitor.stay();
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

    // What was said before must have arrived: a reset would take it along.
    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
