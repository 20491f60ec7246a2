package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A recording whose every figure tells when it was published, and what somebody in real time has seen of it: price,
/// volume, the time of the recording and the offset rise with each trade.
public final class RisingMarket implements AutoCloseable {

    public static final String SYMBOL = "UP";

    private static final int TRADES = 6000;
    private static final int FIRST_PRICE = 50_000;
    private static final String CENTS = ".0173";
    private static final long SIZE = 1_000_003;
    private static final Instant BEGIN = Instant.parse("2001-03-05T15:00:00Z");
    private static final Duration STEP = Duration.ofMillis(100);

    /// A number that stands for itself, and is no part of a time or an id.
    private static final Pattern NUMBER = Pattern.compile("(?<=[\\s,\\[=]|\":)\\d+(\\.\\d+)?(?![\\w.:-])");

    private static final Pattern RECORDED = Pattern.compile("2001-03-\\d\\dT[\\d:.]+Z");

    private final EventStream stream;
    private final String epoch;

    /// By trade and by offset, when it was made.
    private final NavigableMap<Long, Instant> trades = new TreeMap<>();

    private final NavigableMap<Long, Instant> offsets = new TreeMap<>();

    /// One figure of an answer.
    ///
    /// @param index of the trade that it tells of, or of the message
    /// @param offset whether it is a message
    private record Figure(String text, boolean offset, long index) {}

    /// What somebody got.
    private record Sighting(String where, Figure figure, Instant time) {}

    private final List<Sighting> sightings = new ArrayList<>();

    /// @param stream of trades in real time
    RisingMarket(EventStream stream) {
        this.stream = stream;
        epoch = stream.next("hello").json().getString("epoch");
    }

    /// Writes the recording.
    public static Path write(Path folder) {
        String rows = IntStream.range(0, TRADES)
                .mapToObj(i -> "%s,%s,%s,%s\n"
                        .formatted(
                                BigDecimal.valueOf(
                                        BEGIN.plus(STEP.multipliedBy(i)).toEpochMilli(), 3),
                                (FIRST_PRICE + i) + CENTS,
                                SIZE,
                                SYMBOL))
                .collect(Collectors.joining());
        try {
            return Files.writeString(folder.resolve("rising.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void catchUp() {
        stream.soFar().stream().filter(event -> event.is("trade")).forEach(trade -> {
            Instant time = Instant.parse(trade.json().getString("time"));
            trades.put(index(trade.json().getJsonNumber("price").bigDecimalValue()), time);
            offsets.put(trade.offset(), time);
        });
    }

    private static long index(BigDecimal price) {
        return price.longValue() - FIRST_PRICE;
    }

    /// Whether it has seen trades for so long.
    boolean sees(Duration time) {
        catchUp();
        return !trades.isEmpty()
                && trades.lastEntry()
                        .getValue()
                        .isAfter(trades.firstEntry().getValue().plus(time));
    }

    String newestId() {
        catchUp();
        return epoch + "-" + offsets.lastKey();
    }

    /// Remembers what an answer tells that has just come.
    void saw(String where, String text) {
        Instant time = Instant.now();
        figures(text).forEach(figure -> sightings.add(new Sighting(where, figure, time)));
    }

    /// Whether a text tells any price, of whatever time.
    public boolean tells(String text) {
        return !figures(text).isEmpty();
    }

    private List<Figure> figures(String text) {
        var figures = new ArrayList<Figure>();
        for (Matcher number = NUMBER.matcher(text); number.find(); ) {
            var value = new BigDecimal(number.group());
            if (value.scale() > 1 && value.longValue() >= FIRST_PRICE && index(value) < TRADES) {
                figures.add(new Figure(number.group(), false, index(value)));
            } else if (value.longValue() >= SIZE && value.longValue() % SIZE == 0) {
                figures.add(new Figure(number.group(), false, value.longValue() / SIZE - 1));
            }
        }
        for (Matcher recorded = RECORDED.matcher(text); recorded.find(); ) {
            Duration since = Duration.between(BEGIN, Instant.parse(recorded.group()));
            if (!since.isNegative()) {
                figures.add(new Figure(recorded.group(), false, since.dividedBy(STEP)));
            }
        }
        for (Matcher id = Pattern.compile(epoch + "--?(\\d+)|\"offset\":(\\d+)").matcher(text); id.find(); ) {
            String offset = id.group(1) == null ? id.group(2) : id.group(1);
            figures.add(new Figure(id.group(), true, Long.parseLong(offset)));
        }
        return figures;
    }

    /// Whether a text that has just come tells what only those may see who see prices at once.
    public boolean isNew(String text, Duration delay) {
        Instant time = Instant.now();
        catchUp();
        return figures(text).stream()
                .anyMatch(figure -> published(figure).plus(delay).isAfter(time));
    }

    /// All that was told too early, once everything is known that was told.
    List<String> tooEarly(Duration delay) {
        assertThat(sightings).isNotEmpty();
        long trade = sightings.stream()
                .filter(sighting -> !sighting.figure().offset())
                .mapToLong(sighting -> sighting.figure().index())
                .max()
                .orElse(0);
        await().until(() -> {
            catchUp();
            return trades.lastKey() >= trade;
        });
        return sightings.stream()
                .filter(sighting -> published(sighting.figure()).plus(delay).isAfter(sighting.time()))
                .map(sighting -> "%s at %s: %s of %s"
                        .formatted(
                                sighting.where(),
                                sighting.time(),
                                sighting.figure().text(),
                                published(sighting.figure())))
                .toList();
    }

    /// When a figure was published, or a little before: what the ends of its time tell.
    private Instant published(Figure figure) {
        var known = figure.offset() ? offsets : trades;
        var at = known.floorEntry(figure.index());
        return at == null ? Instant.EPOCH : at.getValue();
    }

    @Override
    public void close() {
        stream.close();
    }
}
