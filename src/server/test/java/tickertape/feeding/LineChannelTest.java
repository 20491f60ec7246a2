package tickertape.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tickertape.feeding.FeedRun.seq;
import static tickertape.feeding.FeedRun.trade;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Lines of one place: each source has numbers of its own there, and what is no good is told by its kind.
class LineChannelTest {

    @AutoClose
    private final LineMarket market = new LineMarket(100);

    private final LineChannel one = market.door().channel("kafka");
    private final LineChannel other = market.door().channel("kafka");
    private final AtomicLong confirmed = new AtomicLong();

    @Test
    void numbersCountInEachPlaceForThemselves() throws Exception {
        assertThat(take(one, seq(7, "ACME"))).isTrue();
        assertThat(take(other, seq(3, "ACME"))).isTrue();
        assertThat(take(one, seq(7, "ACME"))).isFalse();
        assertThat(take(one, seq(8, "ACME"))).isTrue();

        assertThat(market.tick()).hasSize(3);
        assertThat(market.source("kafka").missed()).isZero();
        assertThat(market.source("kafka").repeated()).isEqualTo(1);
    }

    @Test
    void lineIsConfirmedAfterItsTick() throws Exception {
        take(one, trade("ACME", "1"));
        market.tick();
        assertThat(confirmed).hasValue(0);

        market.tick();

        assertThat(confirmed).hasValue(1);
    }

    @Test
    void linesThatAreLostMarkTheBars() throws Exception {
        take(one, trade("ACME", "1"));
        market.tick();
        one.lose(5);
        take(one, trade("OTHER", "1"));
        market.tick();
        assertThat(market.gaps()).containsExactlyInAnyOrder("ACME", "OTHER");
        take(one, trade("ACME", "1"));

        market.tick();

        assertThat(market.gaps()).isEmpty();
        assertThat(market.source("kafka").missed()).isEqualTo(5);
    }

    @Test
    void faultsAreToldByTheirKind() {
        assertThat(fault("nonsense").reason()).hasToString("not-json");
        assertThat(fault("[]").reason()).hasToString("not-json");
        assertThat(fault("{\"symbol\":\"ACME\",\"price\":0,\"size\":1}").reason())
                .hasToString("bad-fields");
        assertThat(fault("{\"symbol\":\"ACME\"}").reason()).hasToString("bad-fields");
        assertThat(one.tooLong().reason()).hasToString("too-long");
    }

    @Test
    void symbolsBeyondTheBoundAreRefused() throws Exception {
        for (int i = 0; i < 100; i++) {
            take(one, trade("S" + i, "1"));
        }
        market.tick();

        BadLineException fault = fault(trade("ONE-MORE", "1"));

        assertThat(fault.reason()).hasToString("too-many");
        one.refuse("partition 3, offset 9", fault);
        assertThat(market.source("kafka").fault())
                .isEqualTo("partition 3, offset 9: there are 100 symbols already (feed.http.symbols)");
    }

    private boolean take(LineChannel channel, String line) throws Exception {
        return channel.take(line, confirmed::incrementAndGet);
    }

    private BadLineException fault(String line) {
        return catchThrowableOfType(BadLineException.class, () -> take(one, line));
    }
}
