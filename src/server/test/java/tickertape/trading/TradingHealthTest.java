package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;
import tickertape.trading.board.Board;
import tickertape.trading.board.Prices;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.store.TradingWorker;
import tickertape.web.monitoring.HealthFigures;

/// Health tells whether the books balance, and what is wrong if they do not.
class TradingHealthTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    /// Makes the responses that a server makes otherwise.
    private static final class Builder extends HealthCheckResponseBuilder {

        private final Map<String, Object> data = new HashMap<>();
        private String name = "";
        private Status status = Status.DOWN;

        @Override
        public HealthCheckResponseBuilder name(String is) {
            name = is;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder up() {
            return status(true);
        }

        @Override
        public HealthCheckResponseBuilder down() {
            return status(false);
        }

        @Override
        public HealthCheckResponseBuilder status(boolean isUp) {
            status = isUp ? Status.UP : Status.DOWN;
            return this;
        }

        @Override
        public HealthCheckResponse build() {
            return new HealthCheckResponse(name, status, Optional.of(data));
        }
    }

    @BeforeAll
    static void makeResponses() {
        HealthCheckResponse.setResponseProvider(Builder::new);
    }

    @AfterAll
    static void makeThemNoMore() {
        HealthCheckResponse.setResponseProvider(null);
    }

    private HealthCheckResponse health(TradingWorker worker) {
        var board = new Board(
                new Prices(), TradingSamples.CASH, false, new SeasonCalendar("P1D", ZoneOffset.UTC), database.time());
        HealthCheckResponse response =
                TradingTopics.health(worker, board, new HealthFigures(true)).call();
        assertThat(response.getName()).isEqualTo("trading");
        // Prices go on without trading.
        assertThat(response.getStatus()).isEqualTo(Status.UP);
        return response;
    }

    private static Map<String, Object> data(HealthCheckResponse response) {
        return response.getData().orElseThrow();
    }

    @Test
    void booksThatBalanceAreToldOnceTheyWereChecked() {
        TradingWorker worker = QuietWorker.of(database);

        assertThat(data(health(worker))).containsEntry("balanced", false).doesNotContainKey("reason");
        worker.run();

        assertThat(data(health(worker)))
                .containsEntry("balanced", true)
                .containsEntry("checked", database.time().instant().toString())
                .doesNotContainKey("reason");
    }

    @Test
    void booksThatDoNotBalanceAreToldWithTheReason() {
        QuietWorker.of(database).run();
        database.execute("""
                INSERT INTO trading_entry (posting, player, asset, season, amount)
                SELECT 7, 0, '', season, 1 FROM trading_state""");
        TradingWorker worker = QuietWorker.of(database);
        worker.run();

        assertThat(data(health(worker)))
                .containsEntry("balanced", false)
                .containsEntry("reason", "posting 7 does not balance");
    }
}
