package tickertape.client.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What the log says of a stream's connections: once for each kind of trouble in a row, not for each attempt. Safe for
/// any thread.
public final class ConnectionLog {

    private static final Logger LOG = System.getLogger(ConnectionLog.class.getName());

    private final URI stream;
    private final AtomicReference<@Nullable OfflineReason> told = new AtomicReference<>();

    public ConnectionLog(URI stream) {
        this.stream = stream;
    }

    public void connected() {
        if (told.getAndSet(null) != null) {
            LOG.log(Level.INFO, "connected to {0} again", stream);
        }
    }

    public void lost(ConnectionEnd end) {
        if (told.getAndSet(end.reason()) != end.reason()) {
            LOG.log(level(end.reason()), "no connection to {0}: {1} ({2})", stream, end.reason(), end.detail());
        }
    }

    /// Nobody is left who could make a connection.
    public void abandoned() {
        LOG.log(Level.WARNING, "nobody connects to {0} any more: its threads are shut down", stream);
    }

    private static Level level(OfflineReason reason) {
        return switch (reason) {
            case GOODBYE -> Level.INFO;
            case REJECTED -> Level.ERROR;
            case UNREACHABLE, UNAVAILABLE, NO_STREAM, CUT, SILENT, LIMIT -> Level.WARNING;
        };
    }
}
