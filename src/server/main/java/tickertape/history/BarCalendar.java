package tickertape.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/// Where bars begin and end, by the clock on the wall of the exchange.
///
/// Hours and shorter ones begin at round times of that clock. A day begins with its date, whatever clock change it has,
/// and a week on Monday.
record BarCalendar(ZoneId zone) {

    /// The beginning of the bar that a moment belongs to.
    Instant start(Interval interval, Instant time) {
        return switch (interval) {
            case SECOND, MINUTE, FIVE_MINUTES, QUARTER, HOUR -> round(interval, time);
            case DAY -> date(time).atStartOfDay(zone).toInstant();
            case WEEK ->
                date(time)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
        };
    }

    /// The beginning of the next bar.
    ///
    /// @param start of a bar
    Instant end(Interval interval, Instant start) {
        return switch (interval) {
            case SECOND, MINUTE, FIVE_MINUTES, QUARTER -> start.plus(interval.length());
            case HOUR -> endOfHour(start);
            case DAY -> date(start).plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK -> date(start).plusWeeks(1).atStartOfDay(zone).toInstant();
        };
    }

    LocalDate date(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private Instant round(Interval interval, Instant time) {
        long length = interval.length().toSeconds();
        long offset = zone.getRules().getOffset(time).getTotalSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond() + offset, length) * length - offset);
        if (interval != Interval.HOUR) {
            return start;
        }
        // Where clocks are changed by half an hour, a bar begins with the change.
        ZoneOffsetTransition change = zone.getRules().previousTransition(time.plusNanos(1));
        return change == null || change.getInstant().isBefore(start) ? start : change.getInstant();
    }

    private Instant endOfHour(Instant start) {
        Instant end = start(Interval.HOUR, start.plus(Interval.HOUR.length()));
        ZoneOffsetTransition change = zone.getRules().nextTransition(start);
        return change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
    }
}
