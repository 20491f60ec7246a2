package it.history;

import it.store.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;

/// The history in PostgreSQL.
class PostgresHistoryIT extends HistoryOnServer {

    @AutoClose
    private final PostgresServer postgres = new PostgresServer();

    @Override
    Map<String, String> database() {
        postgres.start();
        return postgres.settings();
    }
}
