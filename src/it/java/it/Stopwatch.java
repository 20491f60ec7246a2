package it;

import java.time.Duration;

/// How long something took: printed for people to compare, never asserted, because the machine may be busy.
record Stopwatch(long nanos) {

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    void print(String what) {
        System.out.printf(
                "%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - nanos).toMillis());
    }
}
