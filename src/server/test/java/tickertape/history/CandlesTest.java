package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.web.ProblemException;
import tickertape.wire.Candle;

/// Pages of bars.
class CandlesTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private ServerRun run;

    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void start() {
        database.time().set(MORNING);
        run = new ServerRun(database, new ScriptedFeed("ACME"));
    }

    @AfterEach
    void end() throws SQLException {
        run.close();
        database.close();
    }

    @Test
    void pagesLeadToBothEnds() {
        for (int minute = 0; minute < 25; minute++) {
            run.trade("ACME", "10.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
        }
        run.settle();

        CandlePage newest = run.page("ACME", "PT1M", null, null, "10");
        CandlePage middle = follow(newest.older().orElseThrow());
        CandlePage oldest = follow(middle.older().orElseThrow());

        assertThat(newest.newer()).isEmpty();
        assertThat(oldest.candles()).hasSize(5);
        assertThat(oldest.older()).isEmpty();
        var all = new ArrayList<>(oldest.candles());
        all.addAll(follow(oldest.newer().orElseThrow()).candles());
        assertThat(all.subList(5, 15)).isEqualTo(middle.candles());
        assertThat(middle.candles().getLast().start().plusSeconds(60))
                .isEqualTo(newest.candles().getFirst().start());
    }

    private CandlePage follow(CandleQuery query) {
        return run.page(
                "ACME",
                query.interval().text(),
                query.from().map(Instant::toString).orElse(null),
                query.to().map(Instant::toString).orElse(null),
                Integer.toString(query.limit()));
    }

    @Test
    void rangeOfBarsThatHaveEndedAndAreInTheDatabaseIsClosed() {
        for (int minute = 0; minute < 3; minute++) {
            run.trade("ACME", "10.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
            run.settle();
        }
        String from = MORNING.toString();

        assertThat(run.page("ACME", "PT1M", from, MORNING.plusSeconds(60).toString(), null)
                        .closed())
                .isTrue();
        assertThat(run.page("ACME", "PT1M", from, MORNING.plusSeconds(3600).toString(), null)
                        .closed())
                .isFalse();
        assertThat(run.page("ACME", "PT1M", from, null, null).closed()).isFalse();
    }

    /// Pages that lead to each other name one end only.
    @Test
    void pageOfBarsThatHaveEndedIsClosedAlsoWithoutOneEnd() {
        for (int minute = 0; minute < 25; minute++) {
            run.trade("ACME", "10.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
            run.settle();
        }
        String from = MORNING.toString();
        String to = MORNING.plusSeconds(600).toString();

        assertThat(run.page("ACME", "PT1M", null, to, "5").closed()).isTrue();
        assertThat(run.page("ACME", "PT1M", from, null, "5").closed()).isTrue();
        assertThat(run.page("ACME", "PT1M", from, null, "500").closed()).isFalse();
        assertThat(run.page("ACME", "PT1M", null, null, "5").closed()).isFalse();
        assertThat(run.page("ACME", "PT1S", null, to, "5").closed()).isFalse();
    }

    /// Who keeps it for ever would never learn of what came later.
    @Test
    void closedPageLeadsToTheNextOneAlsoWhereThatIsEmptyYet() {
        for (int minute = 0; minute < 3; minute++) {
            run.trade("ACME", "10.00", "1").tick();
            run.tickAfter(Duration.ofMinutes(1));
        }
        run.tickAfter(Duration.ofMinutes(1));
        run.settle();
        run.tickAfter(Duration.ofSeconds(1));

        CandlePage page = run.page(
                "ACME",
                "PT1M",
                MORNING.plusSeconds(180).toString(),
                MORNING.plusSeconds(240).toString(),
                null);
        assertThat(page.closed()).isTrue();
        assertThat(page.candles()).isEmpty();
        CandlePage next = follow(page.newer().orElseThrow());
        assertThat(next.candles()).isEmpty();
        assertThat(next.newer()).isEmpty();
    }

    @Test
    void secondsOfTheLastHourAreKept() {
        for (int second = 0; second < 3700; second++) {
            run.trade("ACME", "10.00", "1").tickAfter(Duration.ofSeconds(1));
        }

        List<Candle> seconds = run.page("ACME", "PT1S", null, null, "5000").candles();

        assertThat(seconds).hasSize(3600);
        assertThat(seconds.getFirst().start()).isEqualTo(MORNING.plusSeconds(100));
    }

    @Test
    void rangeOfBarsThatWaitIsNotForEverHoweverManyTheyAre() {
        run.tick();
        database.fill();
        for (int minute = 0; minute < 1200; minute++) {
            run.trade("ACME", "10.00", "1").tickAfter(Duration.ofMinutes(1));
        }

        assertThat(run.page(
                                "ACME",
                                "PT1M",
                                MORNING.toString(),
                                MORNING.plusSeconds(3600).toString(),
                                null)
                        .closed())
                .isFalse();
    }

    @Test
    void unknownSymbolIsToldWhereTheKnownOnesAre() {
        assertThatThrownBy(() -> run.candles("NOPE", "PT1M"))
                .hasMessage("there is no instrument NOPE: GET /api/instruments lists all");
    }

    @Test
    void beforeTheFirstTickThereIsNothingToSay() {
        assertNotReadYet();

        run.tick();

        assertThat(run.candles("ACME", "PT1M")).isEmpty();
    }

    /// The bars in memory alone would be less than the truth.
    @Test
    void databaseThatWasAwayAtTheStartIsReadBeforeAnythingIsServed() {
        database.goAway();
        run.trade("ACME", "10.00", "1").tick();
        database.recover();

        assertNotReadYet();
        assertThat(run.page("ACME", "PT1S", null, null, null).candles()).hasSize(1);

        run.tickAfter(Duration.ofSeconds(2));

        assertThat(run.candles("ACME", "PT1M")).hasSize(1);
    }

    private void assertNotReadYet() {
        assertThatThrownBy(() -> run.candles("ACME", "PT1M"))
                .hasMessage("the history is not read yet")
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> {
                    assertThat(problem.getResponse().getStatus()).isEqualTo(503);
                    assertThat(problem.getResponse().getHeaderString("Retry-After"))
                            .isEqualTo("1");
                });
    }

    @Test
    void databaseThatIsAwayIsSaid() {
        run.trade("ACME", "10.00", "1").tick();
        database.goAway();

        assertThat(run.page("ACME", "PT1S", null, null, null).candles()).hasSize(1);
        assertThatThrownBy(() -> run.candles("ACME", "PT1M"))
                .hasMessage("the database is away, and with it the history");
    }
}
