package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.client.Report.Continuity;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// A token is asked for at each connection, so a stream that ends with its token goes on with the next.
class TokenTest {

    private final EventRecorder heard = new EventRecorder();

    @Test
    void streamThatHasExpiredGoesOnWithANewTokenAndNothingIsLost() throws IOException {
        Iterator<String> tokens = List.of("first", "second").iterator();
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(SseFrames.hello("snapshot")
                                    + SseFrames.trade(7)
                                    + SseFrames.trade(8)
                                    + SseFrames.goodbye("expired", 150));
                            connection.end();
                        },
                        connection -> {
                            connection.say(SseFrames.hello("resumed") + SseFrames.trade(9));
                            connection.stay();
                        });
                var _ = heard.tape(server.uri()).token(tokens::next).open()) {
            assertThat(heard.next(Trade.class).price()).isEqualByComparingTo("7");
            assertThat(heard.next(Trade.class).price()).isEqualByComparingTo("8");
            assertThat(heard.offline()).satisfies(offline -> {
                assertThat(offline.reason()).isEqualTo(OfflineReason.GOODBYE);
                assertThat(offline.detail()).isEqualTo("expired");
            });
            assertThat(heard.connected().continuity()).isEqualTo(Continuity.RESUMED);
            assertThat(heard.next(Trade.class).price()).isEqualByComparingTo("9");

            assertThat(server.requests())
                    .satisfiesExactly(
                            first -> assertThat(first).containsIgnoringCase("Authorization: Bearer first"),
                            second -> assertThat(second)
                                    .containsIgnoringCase("Authorization: Bearer second")
                                    .containsIgnoringCase("Last-Event-ID: one-8"));
        }
    }

    @Test
    void tokenThatCannotBeHadNowIsAskedForAgain() throws IOException {
        Iterator<String> tokens = List.of("late").iterator();
        var asked = new AtomicInteger();
        try (var server = new ScriptedStream(connection -> {
                    connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                    connection.stay();
                });
                var _ = heard.tape(server.uri())
                        .token(() -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("the issuer is away");
                            }
                            return tokens.next();
                        })
                        .open()) {
            assertThat(heard.next(Quote.class).seq()).isEqualTo(7);

            assertThat(server.requests()).singleElement().asString().containsIgnoringCase("Bearer late");
        }
    }
}
