package tickertape.tape.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// How many streams this process has room for, by its heap and by the files that it may open.
///
/// @param heap the largest size of the heap that they may share, in bytes
/// @param files how many files it may open; each connection is one
record StreamCapacity(long heap, long files) {

    private static final Logger LOG = System.getLogger(StreamCapacity.class.getName());

    /// An idle one has 26 KB (src/docs/capacity.md).
    private static final long HEAP_A_STREAM = 29 * 1024;

    /// A fresh one with its default settings.
    private static final long HEAP_OF_THE_SERVER = 88 * 1024 * 1024;

    /// What the server opens beside the streams: its jars, its log, other requests.
    private static final int SPARE_FILES = 200;

    /// @param reserved how much of its heap has another use
    static StreamCapacity ofThisProcess(long reserved) {
        return new StreamCapacity(Runtime.getRuntime().maxMemory() - reserved, OpenFiles.limit());
    }

    /// How many of the streams that are wanted there may be; logs a warning if not all.
    int limit(int wanted) {
        // A quarter is left to the garbage collector.
        long byHeap = (heap / 4 * 3 - HEAP_OF_THE_SERVER) / HEAP_A_STREAM;
        long room = Math.max(1, Math.min(byHeap, files - SPARE_FILES));
        if (room >= wanted) {
            return wanted;
        }
        LOG.log(
                Level.WARNING,
                "stream.subscribers is {0}, but this process has room for {1}: its heap has {2} MB for them (-Xmx), and it may open"
                        + " {3} files (ulimit -n)",
                Integer.toString(wanted),
                Long.toString(room),
                Long.toString(heap >> 20),
                Long.toString(files));
        return (int) room;
    }
}
