package it.store;

import it.FreePorts;
import it.ServerDirectory;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/// H2 behind a port, so that it can be away.
public final class H2Server implements RemoteDatabase {

    private final int port = FreePorts.find().http();
    private final Path directory = ServerDirectory.temporary("h2-");
    private @Nullable Server server;

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url(int through) {
        return "jdbc:h2:tcp://127.0.0.1:%s/./tickertape".formatted(through);
    }

    @Override
    public String user() {
        return "tickertape";
    }

    @Override
    public void start() {
        try {
            server = Server.createTcpServer(
                            "-tcpPort", Integer.toString(port), "-baseDir", directory.toString(), "-ifNotExists")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
