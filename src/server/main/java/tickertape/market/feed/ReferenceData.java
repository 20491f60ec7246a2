package tickertape.market.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// What is known of instruments beside their prices: from files, if any are set. Files are read at the start, and again
/// when they have changed; one that is no good then changes nothing.
///
/// Any thread asks, and never waits for a file; one thread looks for changes.
public final class ReferenceData {

    /// Where no file is set.
    public static final ReferenceData NONE = new ReferenceData(null, List.of(), Map.of());

    private static final Logger LOG = System.getLogger(ReferenceData.class.getName());

    private final @Nullable ReferenceFiles files;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile Map<Symbol, InstrumentRow> rows;
    private List<String> judged;
    private List<String> seen;

    private ReferenceData(@Nullable ReferenceFiles files, List<String> stamps, Map<Symbol, InstrumentRow> rows) {
        this.files = files;
        this.rows = rows;
        judged = seen = stamps;
    }

    /// Reads the files; throws `BadFileException` that names file, line and fault.
    public static ReferenceData of(Path instruments, Optional<Path> calendars) {
        var files = new ReferenceFiles(instruments, calendars);
        // Before reading: what is written meanwhile must not be missed.
        List<String> stamps = files.stamps();
        var data = new ReferenceData(files, stamps, files.read());
        data.read.incrementAndGet();
        LOG.log(Level.INFO, "{0} describes {1} instruments", instruments, Integer.toString(data.rows.size()));
        return data;
    }

    /// Whether a file is set.
    public boolean isPresent() {
        return files != null;
    }

    /// All that is known at this moment: the same map until that changes.
    public Map<Symbol, InstrumentRow> rows() {
        return rows;
    }

    public Optional<InstrumentRow> row(Symbol symbol) {
        return Optional.ofNullable(rows.get(symbol));
    }

    /// Reads the files again if they have changed, and have not changed any more since it looked the last time: so that
    /// a file that is being written is not taken for a whole one.
    public void look() {
        if (files == null) {
            return;
        }
        List<String> stamps = files.stamps();
        boolean isSettled = stamps.equals(seen);
        seen = stamps;
        if (isSettled && !stamps.equals(judged)) {
            judged = stamps;
            reload(files);
        }
    }

    private void reload(ReferenceFiles changed) {
        try {
            Map<Symbol, InstrumentRow> next = changed.read();
            rows = next;
            read.incrementAndGet();
            LOG.log(
                    Level.INFO,
                    "{0} has changed, and describes {1} instruments",
                    changed.instruments(),
                    Integer.toString(next.size()));
        } catch (BadFileException bad) {
            refused.incrementAndGet();
            LOG.log(Level.WARNING, "Instruments stay as they were: {0}", bad.getMessage());
        }
    }

    /// How often the files were read and good.
    long read() {
        return read.get();
    }

    /// How often they were no good.
    long refused() {
        return refused.get();
    }
}
