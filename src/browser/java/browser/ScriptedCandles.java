package browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The resource of candles of a scripted server: a year and a half of a market that is open from 9:30 to 16:00 in New
/// York, the same at each run, up to the last trading day before the scripted hello.
/// Safe for the test's thread and the server's own.
final class ScriptedCandles implements HttpHandler {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final int DAYS = 380;
    private static final int DAYS_WITH_MINUTES = 30;
    private static final int MINUTES = 390;

    private final Queue<String> queries = new ConcurrentLinkedQueue<>();
    private final Map<String, List<ScriptedBar>> days = new LinkedHashMap<>();
    private final Map<String, List<ScriptedBar>> minutes = new LinkedHashMap<>();
    private volatile int status = 200;
    private volatile int retrySeconds = 5;

    /// @param last the last close of each symbol
    ScriptedCandles(Map<String, Double> last) {
        last.forEach((symbol, price) -> {
            var random = new Random(symbol.hashCode());
            List<ScriptedBar> all = walk(random, price);
            minutes.put(symbol, all);
            List<ScriptedBar> past = walkByDays(random, all.getFirst());
            past.addAll(grouped(all, bar -> bar.start().atZone(ZONE).toLocalDate()));
            days.put(symbol, past);
        });
    }

    /// All queries so far, each with its symbol: `AAPL?interval=PT1M&limit=500`.
    List<String> queries() {
        return List.copyOf(queries);
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    /// As a server that will have the past in so many seconds.
    void answerLater(int seconds) {
        retrySeconds = seconds;
        status = 503;
    }

    /// Adds a minute, or replaces the last one.
    void put(
            String symbol,
            String start,
            double open,
            double high,
            double low,
            double close,
            int volume,
            String... marks) {
        List<ScriptedBar> all = new ArrayList<>(minutes.getOrDefault(symbol, List.of()));
        var bar = new ScriptedBar(Instant.parse(start), open, high, low, close, volume, List.of(marks));
        all.removeIf(one -> one.start().equals(bar.start()));
        all.add(bar);
        minutes.put(symbol, all);
    }

    /// As a server that has days of long ago, but no minutes.
    void forgetMinutesBefore(String time) {
        Instant first = Instant.parse(time);
        minutes.replaceAll((symbol, all) ->
                all.stream().filter(bar -> !bar.start().isBefore(first)).toList());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String symbol = exchange.getRequestURI().getPath().replaceFirst("^/api/candles/", "");
        String query = exchange.getRequestURI().getQuery();
        queries.add(symbol + "?" + query);
        Map<String, String> parameters = Stream.of(query.split("&", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        int limit = Integer.parseInt(parameters.getOrDefault("limit", "500"));
        Instant from = Instant.parse(parameters.getOrDefault("from", "1970-01-01T00:00:00Z"));
        Instant to = Instant.parse(parameters.getOrDefault("to", "2100-01-01T00:00:00Z"));
        String interval = parameters.getOrDefault("interval", "PT1M");
        List<ScriptedBar> all = bars(symbol, interval);
        List<ScriptedBar> within = all.stream()
                .filter(bar -> !bar.start().isBefore(from) && bar.start().isBefore(to))
                .toList();
        int surplus = Math.max(0, within.size() - limit);
        List<ScriptedBar> page = parameters.containsKey("from")
                ? within.subList(0, within.size() - surplus)
                : within.subList(surplus, within.size());
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Market-Zone", ZONE.getId());
        headers.set("Last-Event-ID", "e1-4");
        if (!page.isEmpty() && !page.getFirst().equals(all.getFirst())) {
            headers.set("Link", "<?interval=%s>; rel=\"prev\"".formatted(interval));
        }
        boolean csv = "text/csv".equals(exchange.getRequestHeaders().getFirst("Accept"));
        String text = csv
                ? "symbol,start,close\r\n"
                        + page.stream().map(bar -> bar.csv(symbol)).collect(Collectors.joining())
                : page.stream().map(bar -> bar.json(symbol, interval)).collect(Collectors.joining(",", "[", "]"));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if (status == 503) {
            headers.set("Retry-After", String.valueOf(retrySeconds));
        }
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private List<ScriptedBar> bars(String symbol, String interval) {
        List<ScriptedBar> ofMinutes = minutes.getOrDefault(symbol, List.of());
        return switch (interval) {
            case "PT1M" -> ofMinutes;
            case "P1D" -> days.getOrDefault(symbol, List.of());
            case "P1W" ->
                grouped(
                        days.getOrDefault(symbol, List.of()),
                        bar -> bar.start()
                                .atZone(ZONE)
                                .toLocalDate()
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            default -> {
                long seconds = Duration.parse(interval).toSeconds();
                yield grouped(ofMinutes, bar -> bar.start().getEpochSecond() / seconds);
            }
        };
    }

    /// A price that wanders, and ends at the given one.
    private static List<ScriptedBar> walk(Random random, double last) {
        List<ScriptedBar> backwards = new ArrayList<>();
        double price = last;
        LocalDate day = LAST_DAY;
        for (int count = 0; count < DAYS_WITH_MINUTES; count++, day = dayBefore(day)) {
            for (int minute = MINUTES - 1; minute >= 0; minute--) {
                int busy = minute < 20 || minute > MINUTES - 20 ? 4 : 1;
                Instant start = opening(day).plusSeconds(60L * minute);
                backwards.add(bar(random, start, price, 0.0005, busy * random.nextInt(2_000, 20_000)));
                price = backwards.getLast().open();
            }
            price *= 1 + random.nextGaussian() * 0.004;
        }
        return backwards.reversed();
    }

    /// The days before those with minutes.
    private static List<ScriptedBar> walkByDays(Random random, ScriptedBar first) {
        List<ScriptedBar> backwards = new ArrayList<>();
        double price = first.open();
        LocalDate day = dayBefore(first.start().atZone(ZONE).toLocalDate());
        for (int count = DAYS_WITH_MINUTES; count < DAYS; count++, day = dayBefore(day)) {
            backwards.add(bar(random, opening(day), price, 0.012, random.nextInt(2_000_000, 9_000_000)));
            price = backwards.getLast().open() * (1 + random.nextGaussian() * 0.004);
        }
        return new ArrayList<>(backwards.reversed());
    }

    private static ScriptedBar bar(Random random, Instant start, double close, double step, int volume) {
        double open = close * (1 - random.nextGaussian() * step - 0.01 * step);
        double high = Math.max(open, close) * (1 + Math.abs(random.nextGaussian()) * step / 2);
        double low = Math.min(open, close) * (1 - Math.abs(random.nextGaussian()) * step / 2);
        return new ScriptedBar(start, open, high, low, close, volume, List.of("simulated"));
    }

    private static Instant opening(LocalDate day) {
        return day.atTime(LocalTime.of(9, 30)).atZone(ZONE).toInstant();
    }

    private static LocalDate dayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return before.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                ? before.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
                : before;
    }

    private static List<ScriptedBar> grouped(List<ScriptedBar> bars, Function<ScriptedBar, ?> group) {
        Map<Object, List<ScriptedBar>> groups = new LinkedHashMap<>();
        for (ScriptedBar bar : bars) {
            groups.computeIfAbsent(group.apply(bar), key -> new ArrayList<>()).add(bar);
        }
        return groups.values().stream().map(ScriptedBar::sum).toList();
    }
}
