package tickertape.tape.gzip;

import java.util.concurrent.atomic.AtomicLong;

/// Compresses until so many bytes are used up, and then leaves the rest as it is: however many readers want something
/// of
/// their own, it takes no more than that. Safe for any thread.
public final class Allowance implements Compression {

    private final Compression compression;
    private final AtomicLong left;

    /// @param bytes before they are compressed; the block that exceeds them is the last one
    public Allowance(Compression compression, long bytes) {
        this.compression = compression;
        left = new AtomicLong(bytes);
    }

    @Override
    public Block block(byte[] plain) {
        boolean allowed = left.getAndAdd(-plain.length) > 0;
        return (allowed ? compression : NONE).block(plain);
    }
}
