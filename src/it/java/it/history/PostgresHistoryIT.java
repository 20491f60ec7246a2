package it.history;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.store.DatabaseHealth;
import it.store.PostgresServer;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The history in PostgreSQL.
class PostgresHistoryIT extends HistoryOnServer {

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
}
