package tickertape.tape;

import org.jspecify.annotations.Nullable;
import tickertape.tape.gzip.Block;
import tickertape.tape.gzip.Compression;

/// Events as bytes, made once for all who read them, and compressed when the first of them wants that. Safe for any
/// thread.
public final class Frame {

    private final byte[] plain;
    private final Compression compression;
    private volatile @Nullable Block block;

    Frame(byte[] plain, Compression compression) {
        this.plain = plain;
        this.compression = compression;
    }

    /// Nobody changes them.
    public byte[] plain() {
        return plain;
    }

    /// The same as a part of a gzip stream.
    public Block block() {
        Block made = block;
        return made == null ? compressed() : made;
    }

    // Who comes second waits for less time than it would take to do it again.
    private synchronized Block compressed() {
        Block made = block;
        if (made == null) {
            made = compression.block(plain);
            block = made;
        }
        return made;
    }
}
