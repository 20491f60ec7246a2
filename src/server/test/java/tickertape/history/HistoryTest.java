package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Bars from the tick to the answer, over restarts.
class HistoryTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");
    private static final Symbol ACME = new Symbol("ACME");

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private final List<ServerRun> runs = new ArrayList<>();
    private ServerRun run;

    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void start() {
        database.time().set(MORNING);
        run = begin();
    }

    @AfterEach
    void end() throws SQLException {
        runs.forEach(ServerRun::close);
        database.close();
    }

    private ServerRun begin() {
        var next = new ServerRun(database, new ScriptedFeed("ACME", "BETA"));
        runs.add(next);
        return next;
    }

    @Test
    void formingBarIsServedAndThenTheOneThatHasEnded() {
        run.trade("ACME", "10.00", "5").tick();
        assertThat(run.candles("ACME", "PT1M")).singleElement().satisfies(candle -> {
            assertThat(candle.start()).isEqualTo(MORNING);
            assertThat(candle.complete()).isFalse();
        });

        run.tickAfter(Duration.ofMinutes(1));

        assertThat(run.candles("ACME", "PT1M"))
                .singleElement()
                .satisfies(candle -> assertThat(candle.complete()).isTrue());
        assertThat(run.candles("BETA", "PT1M")).isEmpty();
    }

    /// Whatever the moments of restarts and kills: all bars, from memory and from SQL, are those of a naive reader.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void barsOfAllLengthsAreThoseOfANaiveReaderOverRestarts(long seed) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        for (int tick = 0; tick < 3000; tick++) {
            int pause = random.nextInt(100);
            database.time()
                    .pass(Duration.ofMillis(
                            pause == 0 ? random.nextInt(50_000_000) : pause < 20 ? random.nextInt(200_000) : 250));
            for (int i = random.nextInt(4); i > 0; i--) {
                BigDecimal price = BigDecimal.valueOf(random.nextInt(900, 1100), 2);
                BigDecimal size = BigDecimal.valueOf(random.nextInt(1, 1000));
                trades.add(new Trade(ACME, price, size, database.time().instant(), null));
                run.trade("ACME", price.toString(), size.toString());
            }
            run.tick();
            if (random.nextInt(300) == 0) {
                run.settle();
                run = begin();
            }
        }
        run.tickAfter(Duration.ofSeconds(1));
        run.settle();
        ServerRun last = begin();
        last.tickAfter(Duration.ofSeconds(1));

        for (Interval interval : Interval.values()) {
            if (interval != Interval.SECOND) {
                List<Candle> expected = Bars.of(interval, ServerRun.CALENDAR, trades).stream()
                        .map(bar -> bar.candle(ACME, interval, true))
                        .toList();
                assertThat(last.page("ACME", interval.text(), null, null, "5000")
                                .candles())
                        .as(interval.text())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("marks", "complete")
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void minuteThatAKillCutsIsOneBarThatSaysSo() {
        run.trade("ACME", "10.00", "5").tick();
        run.tickAfter(Duration.ofSeconds(1));
        run.settle();

        run = begin();
        database.time().pass(Duration.ofSeconds(20));
        run.trade("ACME", "12.00", "7").tick();
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();

        List<Candle> served = begin().afterATick().candles("ACME", "PT1M");
        assertThat(served).singleElement().satisfies(candle -> {
            assertThat(candle.open()).isEqualByComparingTo("10.00");
            assertThat(candle.close()).isEqualByComparingTo("12.00");
            assertThat(candle.volume()).isEqualByComparingTo("12");
            assertThat(candle.marks()).contains(CandleMark.RESTART);
        });
        assertThat(run.candles("ACME", "PT1H").getFirst().marks()).containsExactly(CandleMark.RESTART);
    }

    @Test
    void minuteThatHadEndedBeforeTheRestartIsNotMarked() {
        run.trade("ACME", "10.00", "5").tick();
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();

        run = begin();
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();

        assertThat(run.candles("ACME", "PT1M"))
                .singleElement()
                .satisfies(candle -> assertThat(candle.marks()).isEmpty());
    }

    @Test
    void missedTicksAreAGapInTheBarsBeforeAndAfter() {
        run.trade("ACME", "10.00", "1").tick();
        database.time().pass(Duration.ofMinutes(1));
        run.miss();
        run.trade("ACME", "10.00", "1").tick();
        run.tickAfter(Duration.ofMinutes(1));
        run.trade("ACME", "10.00", "1").tickAfter(Duration.ofSeconds(1));

        assertThat(run.candles("ACME", "PT1M"))
                .extracting(Candle::marks)
                .containsExactly(List.of(CandleMark.GAP), List.of(CandleMark.GAP), List.of());
    }

    @Test
    void recordingBeginsAnewWithEachStart() {
        Instant then = Instant.parse("2013-11-25T00:00:10Z");
        for (int start = 0; start < 2; start++) {
            run.recorded("ACME", "800.00", "1", then);
            run.tick();
            run.recorded("ACME", "801.00", "2", then.plusSeconds(70));
            run.tickAfter(Duration.ofMillis(250));
            run.settle();
            run = start == 0 ? begin() : run;
        }

        assertThat(run.candles("ACME", "PT1M")).hasSize(2).first().satisfies(candle -> {
            assertThat(candle.start()).isEqualTo("2013-11-25T00:00:00Z");
            assertThat(candle.volume()).isEqualByComparingTo("1");
            assertThat(candle.marks()).isEmpty();
        });
        assertThat(run.candles("ACME", "P1D").getFirst().volume()).isEqualByComparingTo("3");
    }

    /// Reads bars at random moments, and what a stream from their position brings: no bar twice, and none missing.
    @ParameterizedTest
    @EnumSource(names = {"SECOND", "MINUTE", "FIVE_MINUTES"})
    void fiveHundredJoinsGetEachBarThatEndsExactlyOnce(Interval interval) {
        var random = new Random(5);
        var pages = new ArrayDeque<Join>();
        long longest = interval.length().toMillis();
        for (int joins = 0; joins < 500; ) {
            if (random.nextInt(3) > 0) {
                run.trade("ACME", random.nextInt(90, 110) + ".00", "1");
            }
            run.tick();
            database.time().pass(Duration.ofMillis(random.nextInt(40) == 0 ? 130 * longest : longest / 4));
            if (random.nextInt(8) == 0) {
                Instant from = database.time().instant().minusMillis(60 * longest);
                pages.add(join(interval.text(), from.toString()));
            }
            if (random.nextInt(50) == 0) {
                // What waits in memory passes to the database; at other times it does so in between.
                run.settle();
            }
            if (pages.size() > 5) {
                assertJoined(pages.remove());
                joins++;
            }
        }
    }

    /// @param from where its first page begins
    private record Join(String interval, String from, CandlePage page) {}

    private Join join(String interval, String from) {
        return new Join(interval, from, run.page("ACME", interval, from, null, "5000"));
    }

    private void assertJoined(Join join) {
        List<Candle> joined = new ArrayList<>(ended(join.page().candles()));
        joined.addAll(ended(run.stream(join.page().position(), "ACME", join.interval())));

        // The bar that was forming may have begun before the page.
        joined.removeIf(candle -> candle.start().isBefore(Instant.parse(join.from())));

        assertThat(joined)
                .isEqualTo(ended(join(join.interval(), join.from()).page().candles()));
    }

    private static List<Candle> ended(List<Candle> candles) {
        return candles.stream().filter(Candle::complete).toList();
    }
}
