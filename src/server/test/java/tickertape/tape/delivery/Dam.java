package tickertape.tape.delivery;

import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import tickertape.testing.Recording;

/// A client that stops reading while it is shut: a thread that writes to it then waits.
final class Dam extends OutputStream {

    private final Semaphore open = new Semaphore(1);
    final Recording passed = new Recording();

    void shut() {
        open.acquireUninterruptibly();
    }

    void open() {
        open.release();
    }

    /// Whether a thread waits to write.
    boolean holdsUp() {
        return open.hasQueuedThreads();
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        open.acquireUninterruptibly();
        open.release();
        passed.write(bytes, offset, length);
    }
}
