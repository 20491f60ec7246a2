package tickertape.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// A file system of H2 that writes to the real one until its disk is full, as the system does: what still fits of a
/// write is written. All files in it share the disk.
public final class FullDisk extends FilePathWrapper {

    private static final String SCHEME = "fulldisk";

    /// How many bytes files may still grow.
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    static {
        FilePath.register(new FullDisk());
    }

    /// What H2 calls a file on it.
    static String place(Path file) {
        return SCHEME + ":" + file;
    }

    static void leave(long bytes) {
        LEFT.set(bytes);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(super.open(mode));
    }

    /// A file that grows no more when the disk is full.
    private static final class File extends FileBaseDefault {

        private final FileChannel real;

        File(FileChannel real) {
            this.real = real;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            long growth = Math.max(0, position + source.remaining() - real.size());
            long missing = Math.max(0, growth - LEFT.get());
            LEFT.addAndGet(missing - growth);
            if (missing > 0 && missing >= source.remaining()) {
                throw new IOException("No space left on device");
            }
            ByteBuffer fitting = source.slice(source.position(), source.remaining() - Math.toIntExact(missing));
            int written = real.write(fitting, position);
            source.position(source.position() + written);
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
