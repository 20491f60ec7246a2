package it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Stops processes for a while, as a machine does that is too busy.
public final class Signals {

    private Signals() {}

    /// From now on the process does nothing, and keeps what it has.
    public static void freeze(long pid) {
        send("STOP", pid);
    }

    /// From now on it goes on.
    public static void thaw(long pid) {
        send("CONT", pid);
    }

    private static void send(String name, long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            if (kill.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("no process %s".formatted(Long.toString(pid)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
