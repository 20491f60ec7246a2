package tickertape.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/// When something is traded, by the clock of its exchange.
///
/// @param days of the week on which its hours begin
/// @param holidays days on which they do not
public record TradingHours(ZoneId zone, List<Span> hours, Set<DayOfWeek> days, Set<LocalDate> holidays) {

    /// From one time to another one; if that is not later, to the one of the next day.
    public record Span(LocalTime from, LocalTime to) {

        private boolean isOvernight() {
            return !from.isBefore(to);
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    public TradingHours {
        hours = List.copyOf(hours);
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
    }

    /// Whether it is traded at that moment.
    public boolean isOpen(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return hours.stream()
                .anyMatch(span -> span.isOvernight()
                        ? (isTraded(today) && !time.isBefore(span.from()))
                                || (isTraded(today.minusDays(1)) && time.isBefore(span.to()))
                        : isTraded(today) && !time.isBefore(span.from()) && time.isBefore(span.to()));
    }

    private boolean isTraded(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
