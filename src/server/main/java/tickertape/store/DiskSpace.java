package tickertape.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The room that is left on the disk of H2's file. One thread at a time uses it.
///
/// H2 that can't write closes its file, and what was committed a moment before is not in it. So nothing is written any
/// more while little room is left, and reading goes on.
final class DiskSpace {

    private static final long MEGABYTE = 1 << 20;

    /// What H2 may write before it is asked again, many times over.
    static final long LEAST = 16 * MEGABYTE;

    /// Writing begins again with so much.
    static final long ENOUGH = 32 * MEGABYTE;

    /// No limit that this server could know.
    static final DiskSpace UNKNOWN = new DiskSpace("", () -> Long.MAX_VALUE);

    private final String place;
    private final LongSupplier usable;
    private boolean full;

    /// @param usable how many bytes this process may still write
    DiskSpace(String place, LongSupplier usable) {
        this.place = place;
        this.usable = usable;
    }

    static DiskSpace around(Optional<Path> file) {
        return file.map(one -> new DiskSpace(one.toString(), () -> usable(one))).orElse(UNKNOWN);
    }

    // The folder is made with the file; of one that does not exist, the system knows nothing.
    private static long usable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !folder.toFile().exists()) {
            folder = folder.getParent();
        }
        // Some file systems do not say how large they are.
        return folder == null || folder.toFile().getTotalSpace() == 0
                ? Long.MAX_VALUE
                : folder.toFile().getUsableSpace();
    }

    /// Why nothing can be written now, in words; empty where there is room.
    String shortage() {
        long left = usable.getAsLong();
        full = left < (full ? ENOUGH : LEAST);
        return full
                ? "the disk is full, %s MB are left for %s and %s are needed"
                        .formatted(left / MEGABYTE, place, ENOUGH / MEGABYTE)
                : "";
    }
}
