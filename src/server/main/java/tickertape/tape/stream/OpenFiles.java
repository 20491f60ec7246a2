package tickertape.tape.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Whether this process may open more files, such as the connection of the next client. Safe for any thread.
final class OpenFiles {

    /// With fewer, new connections soon wait until others are closed.
    private static final int FEW = 32;

    /// Counting them takes longer the more there are.
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private long counted;
    private long open;
    private long limit = Long.MAX_VALUE;

    OpenFiles(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        count();
    }

    synchronized HealthCheckResponse health() {
        if (nanoTime.getAsLong() - counted > INTERVAL.toNanos()) {
            count();
        }
        return HealthCheckResponse.named("files")
                .status(limit - open >= FEW)
                .withData("open", open)
                .withData("limit", limit)
                .build();
    }

    private void count() {
        counted = nanoTime.getAsLong();
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            open = system.getOpenFileDescriptorCount();
            limit = system.getMaxFileDescriptorCount();
        }
    }
}
