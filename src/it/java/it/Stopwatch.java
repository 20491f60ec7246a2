package it;

import java.time.Duration;

/// How long something took: printed for comparison, never asserted, because the machine may be busy.
public record Stopwatch(long nanos) {

    public static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    public void print(String what) {
        System.out.printf(
                "%s: %s ms%n", what, Duration.ofNanos(System.nanoTime() - nanos).toMillis());
    }
}
