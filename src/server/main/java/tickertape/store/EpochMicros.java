package tickertape.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A point in time as rows and cookies have it: microseconds since 1970.
public final class EpochMicros {

    private EpochMicros() {}

    public static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
