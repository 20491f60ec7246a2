package it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.store.DatabaseHealth;
import it.store.PostgresServer;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The history in PostgreSQL.
class PostgresHistoryIT extends HistoryOnServer {

    /// `rest.requests`, and more.
    private static final int READERS = 130;

    /// Half of `rest.requests`.
    private static final int PLACES = 50;

    @AutoClose
    private final PostgresServer postgres = new PostgresServer();

    @Override
    Map<String, String> database() {
        postgres.start();
        return postgres.settings();
    }

    /// The driver would cut the connection later, and the database would count as away.
    @Test
    void lockedTableIsRefusedAloneAndInTime() throws SQLException {
        String minutes = "api/candles/AAPL?interval=PT1M&limit=5000";
        HttpResponse<String> refused;
        try (var connection = DriverManager.getConnection(postgres.url(postgres.port()), postgres.user(), "")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE history_minute IN ACCESS EXCLUSIVE MODE");
            }
            refused = Http.get(server.uri(minutes));
            assertThat(Http.get(server.uri("api/candles/AAPL?interval=P1D")).statusCode())
                    .as("of another table")
                    .isEqualTo(200);
            connection.rollback();
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("the history is locked");
        assertThat(DatabaseHealth.of(server.uri()).available()).isTrue();
    }

    /// As many as the server handles at once, and more.
    @Test
    void requestsThatWaitForALockedTableLeavePlacesForOthers() throws SQLException {
        var minutes = server.uri("api/candles/AAPL?interval=PT1M&limit=1");
        try (var readers = Executors.newVirtualThreadPerTaskExecutor();
                var connection = DriverManager.getConnection(postgres.url(postgres.port()), postgres.user(), "")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE history_minute IN ACCESS EXCLUSIVE MODE");
            }
            List<Future<HttpResponse<String>>> answers = Stream.generate(() -> readers.submit(() -> Http.get(minutes)))
                    .limit(READERS)
                    .toList();
            await().until(() -> answers.stream().filter(Future::isDone).count() >= READERS - PLACES);

            assertThat(Http.get(server.uri("api/quotes/AAPL")).statusCode()).isEqualTo(200);
            assertThat(answers)
                    .as("still waiting")
                    .filteredOn(one -> !one.isDone())
                    .hasSizeGreaterThan(PLACES / 2);
            assertThat(answers)
                    .filteredOn(Future::isDone)
                    .extracting(Future::resultNow)
                    .allSatisfy(refused -> {
                        assertThat(refused.statusCode()).isEqualTo(503);
                        // As with the database away: it will take a while.
                        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
                        assertThat(refused.body()).contains("the server is handling too many requests");
                    });
            connection.rollback();
        }
    }
}
