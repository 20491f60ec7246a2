package it.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Decides which bytes of one connection pass. Safe for any thread; it holds no lock while it writes.
final class Valve {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();
    private Fault fault = new Fault.None();
    private Fuse fuse = Fuse.endless();
    private boolean closed;

    void turn(Fault to) {
        lock.lock();
        try {
            fault = to;
            fuse = to instanceof Fault.Cut cut ? new Fuse(cut.after(), cut.bytes()) : Fuse.endless();
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Lets nothing pass any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Passes on what the client sends.
    ///
    /// @return whether more may follow
    boolean up(byte[] bytes, int length, OutputStream server) throws IOException, InterruptedException {
        if (!awaitFlow()) {
            return false;
        }
        server.write(bytes, 0, length);
        return true;
    }

    /// Passes on what the server sends.
    ///
    /// @return whether more may follow
    boolean down(byte[] bytes, int length, OutputStream client) throws IOException, InterruptedException {
        awaitDelay();
        if (!awaitFlow()) {
            return false;
        }
        int passing = burn(bytes, length);
        client.write(bytes, 0, passing);
        return passing == length;
    }

    private int burn(byte[] bytes, int length) {
        lock.lock();
        try {
            return fuse.burn(bytes, length);
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitFlow() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && fault instanceof Fault.Stall) {
                turned.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    // Ends early when the fault does.
    private void awaitDelay() throws InterruptedException {
        lock.lock();
        try {
            long begin = System.nanoTime();
            while (!closed && fault instanceof Fault.Delay(var time) && System.nanoTime() - begin < time.toNanos()) {
                var _ = turned.await(time.toNanos() - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
