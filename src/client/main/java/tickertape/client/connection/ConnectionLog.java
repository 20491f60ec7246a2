package tickertape.client.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Logs the failures of a stream's connections: the first of each kind in a row, not each attempt. Safe for any
/// thread.
public final class ConnectionLog {

    private static final Logger LOG = System.getLogger(ConnectionLog.class.getName());

    private final URI stream;
    private final AtomicReference<@Nullable OfflineReason> logged = new AtomicReference<>();

    public ConnectionLog(URI stream) {
        this.stream = stream;
    }

    public void connected() {
        if (logged.getAndSet(null) != null) {
            LOG.log(Level.INFO, "connected to {0} again", stream);
        }
    }

    public void lost(ConnectionEnd end) {
        if (logged.getAndSet(end.reason()) != end.reason()) {
            LOG.log(level(end.reason()), "no connection to {0}: {1} ({2})", stream, end.reason(), end.detail());
        }
    }

    /// There is no thread left to connect again.
    public void abandoned() {
        LOG.log(Level.WARNING, "no further attempt to connect to {0}: the threads are shut down", stream);
    }

    private static Level level(OfflineReason reason) {
        return switch (reason) {
            case GOODBYE -> Level.INFO;
            case REJECTED -> Level.ERROR;
            case UNREACHABLE, UNAVAILABLE, NO_STREAM, CUT, SILENT, LIMIT, PIECE_MISSING -> Level.WARNING;
        };
    }
}
