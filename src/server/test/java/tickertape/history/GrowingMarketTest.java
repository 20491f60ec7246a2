package tickertape.history;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.market.ScriptedFeed;
import tickertape.store.TestDatabase;
import tickertape.wire.Candle;

/// A market that learns of most of its symbols after the start keeps as much of each as one that knows them from the
/// beginning.
class GrowingMarketTest {

    private static final Instant MORNING = Instant.parse("2026-09-01T14:30:00Z");
    private static final int OTHERS = 1200;
    private static final int SECONDS = 20;

    @Test
    void streamGoesOnFromBarsOfSecondsAgoAndMissesNone() throws Exception {
        try (var database = TestDatabase.with("history");
                var run = new ServerRun(database, new ScriptedFeed("ACME"))) {
            database.time().set(MORNING);
            second(run);
            second(run);
            CandlePage page = run.page("ACME", "PT1S", null, null, "5000");
            for (int second = 0; second < SECONDS; second++) {
                second(run);
            }

            Set<Instant> starts = run.stream(page.position(), "ACME", "PT1S").stream()
                    .filter(Candle::complete)
                    .map(Candle::start)
                    .collect(toSet());

            assertThat(starts)
                    .containsAll(IntStream.rangeClosed(2, SECONDS)
                            .mapToObj(MORNING::plusSeconds)
                            .toList());
        }
    }

    private static void second(ServerRun run) {
        run.trade("ACME", "10.00", "1");
        for (int other = 0; other < OTHERS; other++) {
            run.trade("S" + other, "10.00", "1");
        }
        run.tick();
        run.tickAfter(Duration.ofSeconds(1));
    }
}
