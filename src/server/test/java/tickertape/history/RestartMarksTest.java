package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.CandleMark;

/// Which bars say that the server ended in them.
class RestartMarksTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");

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

    /// Who is traded seldom may have been traded again after the kill.
    @ParameterizedTest
    @CsvSource({"14:40,15:05,14:00", "15:20,15:40,15:00", "15:20,16:05,15:00"})
    void barsInWhichTheServerDiedSaySo(LocalTime death, LocalTime start, LocalTime hour) {
        run.trade("ACME", "10.00", "5").tick();
        run.tickAfter(Duration.ofMinutes(1));
        database.time().set(at(death));
        run.trade("BETA", "20.00", "1").tick();
        run.tickAfter(Duration.ofSeconds(1));
        run.settle();

        database.time().set(at(start));
        run = begin();
        run.tick();
        assertMarked(hour.equals(LocalTime.of(14, 0)));
        run.tickAfter(Duration.ofHours(1));
        run.settle();
        assertMarked(hour.equals(LocalTime.of(14, 0)));
        run = begin();
        run.tickAfter(Duration.ofDays(1));
        run.settle();
        assertMarked(hour.equals(LocalTime.of(14, 0)));
        run = begin();
        run.tickAfter(Duration.ofDays(8));
        run.forgetStored();
        assertMarked(hour.equals(LocalTime.of(14, 0)));
    }

    /// The server lived on, quietly: what had ended by then is for ever as it is.
    @ParameterizedTest
    @CsvSource({"PT3H,true", "P1D,false"})
    void barsThatHadEndedBeforeStayAsTheyAre(Duration quiet, boolean day) {
        run.trade("ACME", "10.00", "5").tick();
        run.tickAfter(Duration.ofMinutes(1));
        run.tickAfter(quiet);
        run.settle();

        database.time().pass(Duration.ofMinutes(1));
        run = begin();
        run.tick();
        assertUncut(day);
        run.tickAfter(Duration.ofDays(1));
        run.forgetStored();
        assertUncut(day);
    }

    private void assertUncut(boolean day) {
        for (String interval : List.of("PT1M", "PT5M", "PT15M", "PT1H")) {
            assertThat(run.candles("ACME", interval).getFirst().marks())
                    .as(interval)
                    .isEmpty();
        }
        assertThat(run.candles("ACME", "P1D").getFirst().marks().contains(CandleMark.RESTART))
                .isEqualTo(day);
    }

    private static Instant at(LocalTime time) {
        return MORNING.truncatedTo(ChronoUnit.DAYS).plusSeconds(time.toSecondOfDay());
    }

    private void assertMarked(boolean hour) {
        assertThat(run.candles("ACME", "PT1M").getFirst().marks()).isEmpty();
        assertThat(run.candles("ACME", "PT1H").getFirst().marks().contains(CandleMark.RESTART))
                .isEqualTo(hour);
        assertThat(run.candles("ACME", "P1D").getFirst().marks()).containsExactly(CandleMark.RESTART);
        assertThat(run.candles("ACME", "P1W").getFirst().marks()).containsExactly(CandleMark.RESTART);
    }
}
