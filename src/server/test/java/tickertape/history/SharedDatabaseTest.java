package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.SoleWriter;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// Two servers with markets of their own have one PostgreSQL: the bars in it are those of one.
class SharedDatabaseTest {

    private static final String ACME = "ACME";
    private static final String NEW = "NEW";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @AutoClose
    private final TestDatabase test = TestDatabase.of(Dialect.POSTGRESQL, "history");

    @AutoClose
    private final SoleWriter first = new SoleWriter(test.database(), "history", "first");

    @AutoClose
    private final SoleWriter second = new SoleWriter(test.database(), "history", "second");

    @AutoClose
    private final ServerRun one = new ServerRun(test, new ScriptedFeed(ACME), first);

    @AutoClose
    private final ServerRun two = new ServerRun(test, new ScriptedFeed(ACME, NEW), second);

    @BeforeEach
    void begin() {
        test.time().set(Instant.parse("2026-11-23T14:30:00Z"));
        first.start();
        await().until(first::isKnown);
        one.trade(ACME, "100", "1").tick();
        one.tickAfter(Duration.ofSeconds(1));
        one.settle();
    }

    @Test
    void barsOfTheSecondServerAreNotWrittenAndThoseOfTheFirstAreWhole() {
        follow();
        for (int minute = 0; minute < 3; minute++) {
            two.trade(ACME, "200", "2").tickAfter(Duration.ofSeconds(1));
            one.trade(ACME, "100", "1").tickAfter(MINUTE);
            two.tick();
        }
        one.settle();
        two.settle();

        assertThat(one.candles(ACME, "PT1M"))
                .extracting(candle -> candle.volume().intValue())
                .containsExactly(2, 1, 1);
        assertThat(one.candles(ACME, "PT1M"))
                .allSatisfy(candle -> assertThat(candle.close()).isEqualByComparingTo("100"));
        one.close();
        first.close();
        assertThat(stored())
                .allSatisfy(candle -> assertThat(candle.close()).isEqualByComparingTo("100"))
                .hasSize(3);
    }

    @Test
    void secondServerServesItsOwnBarsAndThoseBeforeAndNoneTwice() {
        one.tickAfter(MINUTE);
        one.settle();
        follow();
        two.trade(ACME, "200", "2").tick();
        two.tickAfter(MINUTE);
        one.trade(ACME, "100", "1").tickAfter(MINUTE);
        two.trade(ACME, "200", "2").tickAfter(Duration.ofSeconds(1));
        one.settle();

        CandlePage page = two.page(ACME, "PT1M", "2026-11-23T14:00:00Z", "2026-11-23T14:32:00Z", null);
        assertThat(page.closed()).isFalse();
        assertThat(page.candles()).extracting(Candle::start).doesNotHaveDuplicates();
        assertThat(page.candles())
                .extracting(candle -> candle.close().intValue())
                .containsExactly(100, 200);
        assertThat(page.candles().getLast().marks()).containsExactly(CandleMark.RESTART);
        assertThat(two.candles(ACME, "PT1M").getLast().marks()).isEmpty();
        assertThat(two.candles(ACME, "PT1H"))
                .singleElement()
                .satisfies(hour -> assertThat(hour.marks()).contains(CandleMark.RESTART));
    }

    @Test
    void symbolThatOnlyTheSecondServerHasIsServedFromItsMemory() {
        follow();
        two.trade(NEW, "200", "2").tick();
        two.tickAfter(MINUTE);

        assertThat(two.candles(NEW, "PT1M"))
                .singleElement()
                .satisfies(minute -> assertThat(minute.complete()).isTrue());
    }

    @Test
    void secondServerGoesOnWithTheBarsOfTheFirstWhenThatHasEnded() {
        follow();
        two.trade(ACME, "200", "2").tickAfter(Duration.ofSeconds(1));
        one.settle();
        one.close();
        first.close();
        await().until(() -> second.term() > 0);
        two.trade(ACME, "300", "3").tickAfter(Duration.ofSeconds(1));
        two.awaitRead(ACME);

        assertThat(two.candles(ACME, "PT1M")).singleElement().satisfies(minute -> {
            assertThat(minute.open()).isEqualByComparingTo("100");
            assertThat(minute.close()).isEqualByComparingTo("300");
            assertThat(minute.volume()).isEqualByComparingTo("4");
            assertThat(minute.marks()).containsExactly(CandleMark.RESTART);
        });
        two.tickAfter(MINUTE);
        two.settle();
        two.close();
        second.close();
        assertThat(stored())
                .singleElement()
                .satisfies(minute -> assertThat(minute.volume()).isEqualByComparingTo("4"));
    }

    private void follow() {
        second.start();
        await().until(second::isKnown);
        assertThat(second.term()).isZero();
        two.tick();
    }

    /// What the next server finds.
    private List<Candle> stored() {
        try (var writer = new SoleWriter(test.database(), "history", "third");
                var run = new ServerRun(test, new ScriptedFeed(ACME), writer)) {
            writer.start();
            await().until(() -> writer.isKnown() && writer.term() > 0);
            run.awaitRead(ACME);
            return run.candles(ACME, "PT1M").stream().filter(Candle::complete).toList();
        }
    }
}
