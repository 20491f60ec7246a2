package tickertape.market.feed;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.market.TradingHours;
import tickertape.wire.Symbol;

/// The file of instruments, and that of their calendars if there is one.
record ReferenceFiles(Path instruments, Optional<Path> calendars) {

    private static final List<String> COLUMNS =
            List.of("symbol", "name", "sector", "mic", "currency", "tickSize", "negative", "calendar");
    private static final List<String> CALENDAR_COLUMNS = List.of("calendar", "zone", "hours", "days", "holidays");

    private static final int LONGEST_TEXT = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(day -> day.name().substring(0, 3), Function.identity()));

    /// What tells whether the files are those that were read: time, size and number of each, nothing of one that is not
    /// there.
    List<String> stamps() {
        return Stream.concat(Stream.of(instruments), calendars.stream())
                .map(ReferenceFiles::stamp)
                .toList();
    }

    private static String stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %s %s"
                    .formatted(attributes.lastModifiedTime(), Long.toString(attributes.size()), attributes.fileKey());
        } catch (IOException away) {
            return "";
        }
    }

    /// Reads and checks both; throws [BadFileException].
    Map<Symbol, InstrumentRow> read() {
        Map<String, TradingHours> hours = calendars.map(ReferenceFiles::hours).orElseGet(Map::of);
        Map<Symbol, InstrumentRow> rows = new HashMap<>();
        Map<Symbol, Long> lines = new HashMap<>();
        CsvTable.read(instruments, COLUMNS, (number, cells) -> {
            InstrumentRow row = row(cells, hours);
            Long before = lines.putIfAbsent(row.symbol(), number);
            if (before != null) {
                throw new IllegalArgumentException(
                        "%s is listed twice, first in line %s".formatted(row.symbol(), before));
            }
            rows.put(row.symbol(), row);
        });
        return Map.copyOf(rows);
    }

    private InstrumentRow row(Map<String, String> cells, Map<String, TradingHours> hours) {
        return new InstrumentRow(
                new Symbol(required(cells, "symbol")),
                text(cells, "name"),
                text(cells, "sector"),
                cell(cells, "mic"),
                cell(cells, "currency"),
                cell(cells, "tickSize").map(ReferenceFiles::tickSize),
                cell(cells, "negative").map(ReferenceFiles::negative),
                cell(cells, "calendar").map(name -> hours(name, hours)));
    }

    private static BigDecimal tickSize(String text) {
        return PlainDecimal.of("tickSize", text);
    }

    private static boolean negative(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("negative '%s' is neither true nor false".formatted(text));
        };
    }

    private TradingHours hours(String name, Map<String, TradingHours> all) {
        TradingHours hours = all.get(name);
        if (hours == null) {
            throw new IllegalArgumentException(
                    calendars.isEmpty()
                            ? "calendar '%s' needs a file of calendars (instruments.calendars)".formatted(name)
                            : "calendar '%s' is not in %s".formatted(name, calendars.get()));
        }
        return hours;
    }

    private static Map<String, TradingHours> hours(Path file) {
        Map<String, TradingHours> all = new HashMap<>();
        CsvTable.read(file, CALENDAR_COLUMNS, (number, cells) -> {
            String name = required(cells, "calendar");
            if (all.put(name, hours(cells)) != null) {
                throw new IllegalArgumentException("calendar '%s' is listed twice".formatted(name));
            }
        });
        return all;
    }

    private static TradingHours hours(Map<String, String> cells) {
        return new TradingHours(
                parsed("zone", required(cells, "zone"), "Asia/Hong_Kong", ZoneId::of),
                list(required(cells, "hours"))
                        .map(span -> parsed("hours", span, "09:30-16:00", ReferenceFiles::span))
                        .toList(),
                cell(cells, "days")
                        .map(days -> list(days)
                                .map(day -> parsed("days", day, "MON", ReferenceFiles::day))
                                .collect(Collectors.toSet()))
                        .orElse(WEEKDAYS),
                cell(cells, "holidays").stream()
                        .flatMap(ReferenceFiles::list)
                        .map(day -> parsed("holidays", day, "2026-12-25", LocalDate::parse))
                        .collect(Collectors.toSet()));
    }

    private static TradingHours.Span span(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new DateTimeException("no two times");
        }
        return new TradingHours.Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }

    private static DayOfWeek day(String text) {
        return Optional.ofNullable(DAYS.get(text.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new DateTimeException("no day"));
    }

    private static <T> T parsed(String column, String text, String example, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException("%s '%s' is not like %s".formatted(column, text, example), fault);
        }
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.split(";", -1)).map(String::strip).filter(item -> !item.isEmpty());
    }

    private static Optional<String> cell(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column));
    }

    private static String required(Map<String, String> cells, String column) {
        return cell(cells, column).orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
    }

    private static Optional<String> text(Map<String, String> cells, String column) {
        Optional<String> text = cell(cells, column);
        text.filter(found ->
                        found.length() > LONGEST_TEXT || CONTROL.matcher(found).find())
                .ifPresent(found -> {
                    throw new IllegalArgumentException(
                            "%s has a control character or more than %s characters".formatted(column, LONGEST_TEXT));
                });
        return text;
    }
}
