package tickertape.tape.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// How many streams this process has room for, by its heap, by the files that it may open, and by the clients that may
/// connect.
///
/// @param heap the largest size of the heap that they may share, in bytes
/// @param files how many files it may open; each connection is one
/// @param clients how many may be connected to one port
record StreamCapacity(long heap, long files, int clients) {

    private static final Logger LOG = System.getLogger(StreamCapacity.class.getName());

    /// An idle one has 26 KB (src/docs/capacity.md).
    private static final long HEAP_A_STREAM = 29 * 1024;

    /// A fresh one with its default settings.
    private static final long HEAP_OF_THE_SERVER = 88 * 1024 * 1024;

    /// What the server opens beside the streams: its jars, its log, other requests.
    private static final int SPARE_FILES = 200;

    /// Connections for other requests, and for streams that are told to come back later.
    private static final int SPARE_CONNECTIONS = 16;

    /// @param reserved how much of its heap has another use
    static StreamCapacity ofThisProcess(long reserved, int clients) {
        return new StreamCapacity(Runtime.getRuntime().maxMemory() - reserved, OpenFiles.limit(), clients);
    }

    /// How many of the streams that are wanted there may be; logs a warning if not all.
    int limit(int wanted) {
        // A quarter is left to the garbage collector.
        long byHeap = (heap / 4 * 3 - HEAP_OF_THE_SERVER) / HEAP_A_STREAM;
        long byConnections = Math.min(files - SPARE_FILES, clients - SPARE_CONNECTIONS);
        long room = Math.max(1, Math.min(byHeap, byConnections));
        if (room >= wanted) {
            return wanted;
        }
        LOG.log(
                Level.WARNING,
                "stream.subscribers is {0}, but this process has room for {1}: its heap has {2} MB for them (-Xmx), it may open"
                        + " {3} files (ulimit -n), and {4} clients may connect to one port (http.connections)",
                Integer.toString(wanted),
                Long.toString(room),
                Long.toString(heap >> 20),
                Long.toString(files),
                Integer.toString(clients));
        return (int) room;
    }
}
