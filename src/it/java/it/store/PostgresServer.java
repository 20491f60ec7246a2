package it.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.FreePorts;
import it.Patience;
import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL, which comes with the build.
public final class PostgresServer implements RemoteDatabase {

    private final int port = FreePorts.find().http();
    private final Path directory = ServerDirectory.temporary("postgres-");
    private @Nullable EmbeddedPostgres server;

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url(int through) {
        return "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(through);
    }

    @Override
    public String user() {
        return "postgres";
    }

    /// The settings of a server that keeps its rows here.
    public Map<String, String> settings() {
        return Map.of("DATABASE_URL", url(port), "DATABASE_USER", user());
    }

    @Override
    public void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(directory.resolve("data"))
                    // Unpacked once for all tests.
                    .setOverrideWorkingDirectory(
                            directory.resolveSibling("postgres").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Patience.LONG)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
