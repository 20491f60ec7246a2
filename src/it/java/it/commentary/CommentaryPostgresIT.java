package it.commentary;

import it.store.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;

/// The texts in PostgreSQL.
class CommentaryPostgresIT extends CommentaryOnServer {

    @AutoClose
    private final PostgresServer postgres = new PostgresServer();

    @Override
    Map<String, String> database() {
        postgres.start();
        return postgres.settings();
    }
}
