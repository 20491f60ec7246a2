package tickertape.trading.ledger;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// Which season it is: a calendar month, week or day of the exchange, or a length of time.
///
/// @param length `P1M`, `P1W`, `P1D`, or a time such as `PT6H`
public record SeasonCalendar(String length, ZoneId zone) {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    public SeasonCalendar {
        if (!length.matches("P1[MWD]")) {
            Duration time = duration(length);
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("trading.season must be P1M, P1W, P1D or from %s to %s, not %s"
                        .formatted(SHORTEST, LONGEST, length));
            }
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "trading.season must be P1M, P1W, P1D or a time such as PT6H, not '%s'".formatted(text), e);
        }
    }

    public Season at(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        return switch (length) {
            case "P1M" -> {
                LocalDate first = day.withDayOfMonth(1);
                yield of("%tY-%<tm", first, first, first.plusMonths(1));
            }
            case "P1W" -> {
                LocalDate first = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                String name = String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR),
                        first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                yield of(name, first, first, first.plusWeeks(1));
            }
            case "P1D" -> of("%tF", day, day, day.plusDays(1));
            default -> {
                long seconds = duration(length).toSeconds();
                Instant begin = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
                yield new Season(begin.toString(), begin, begin.plusSeconds(seconds));
            }
        };
    }

    private Season of(String name, LocalDate named, LocalDate first, LocalDate next) {
        return new Season(
                String.format(Locale.ROOT, name, named),
                first.atStartOfDay(zone).toInstant(),
                next.atStartOfDay(zone).toInstant());
    }
}
