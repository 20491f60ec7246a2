package tickertape.tape.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Whether this process may open more files, such as the connection of the next client. Safe for any thread.
final class OpenFiles {

    /// With fewer, new connections soon wait until others are closed.
    private static final int FEW = 32;

    /// Counting them takes longer the more there are: 7 ms of a processor for 10,000.
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final LongSupplier count;
    private long counted;
    private long open;
    private long limit;

    OpenFiles(LongSupplier nanoTime) {
        this(nanoTime, OpenFiles::opened);
    }

    /// @param count counts the open files, and throws `InternalError` if it can open none itself
    OpenFiles(LongSupplier nanoTime, LongSupplier count) {
        this.nanoTime = nanoTime;
        this.count = count;
        count();
    }

    /// Whether there are some left for new connections.
    synchronized boolean left() {
        if (nanoTime.getAsLong() - counted > INTERVAL.toNanos()) {
            count();
        }
        return limit - open >= FEW;
    }

    synchronized HealthCheckResponse health() {
        return HealthCheckResponse.named("files")
                .status(left())
                .withData("open", open)
                .withData("limit", limit)
                .build();
    }

    private void count() {
        counted = nanoTime.getAsLong();
        limit = limit();
        try {
            open = count.getAsLong();
        } catch (InternalError none) {
            // Counting opens a file too: it fails when all are in use.
            open = limit;
        }
    }

    private static long opened() {
        return system().map(UnixOperatingSystemMXBean::getOpenFileDescriptorCount)
                .orElse(0L);
    }

    /// How many files this process may open (`ulimit -n`).
    static long limit() {
        return system().map(UnixOperatingSystemMXBean::getMaxFileDescriptorCount)
                .orElse(Long.MAX_VALUE);
    }

    // Other systems do not tell.
    private static Optional<UnixOperatingSystemMXBean> system() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? Optional.of(unix)
                : Optional.empty();
    }
}
