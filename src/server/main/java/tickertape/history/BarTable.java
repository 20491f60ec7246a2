package tickertape.history;

import java.time.Instant;

/// The tables of bars: minutes, hours and days. All have the same columns.
///
/// The key of a row is one number, the instrument's and the minute's: `instrument × 2^32 + minutes since 1900`. So the
/// bars of an instrument lie side by side, and H2, which sorts its rows by such a key, reads a day of minutes in one
/// go. PostgreSQL does so by an index that includes all columns. 1900 began on a Monday.
enum BarTable {
    MINUTES("history_minute", Interval.MINUTE),
    HOURS("history_hour", Interval.HOUR),
    DAYS("history_day", Interval.DAY);

    private static final long ORIGIN = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS = 60;
    private static final int BITS = 32;

    private final String sqlName;
    private final Interval interval;

    BarTable(String sqlName, Interval interval) {
        this.sqlName = sqlName;
        this.interval = interval;
    }

    /// The table that bars of a length are in, or are added up from.
    static BarTable of(Interval interval) {
        return switch (interval) {
            case SECOND -> throw new IllegalArgumentException("seconds are not in the database");
            case MINUTE, FIVE_MINUTES, QUARTER -> MINUTES;
            case HOUR -> HOURS;
            case DAY, WEEK -> DAYS;
        };
    }

    /// How long its bars are.
    Interval interval() {
        return interval;
    }

    String sqlName() {
        return sqlName;
    }

    static long key(int instrument, Instant start) {
        return first(instrument) + minute(start);
    }

    /// The lowest key of an instrument.
    static long first(int instrument) {
        return (long) instrument << BITS;
    }

    /// The instrument that a key is of.
    static int instrument(long key) {
        return Math.toIntExact(key >> BITS);
    }

    static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond() - ORIGIN, SECONDS);
    }

    static Instant start(long key) {
        return Instant.ofEpochSecond((key & 0xFFFF_FFFFL) * SECONDS + ORIGIN);
    }
}
