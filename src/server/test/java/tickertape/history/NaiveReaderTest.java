package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.history.BarSpan.Ended;
import tickertape.history.BarSpan.Numbered;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Random trades make the bars that the plainest way of adding them up makes.
class NaiveReaderTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final BarCalendar CALENDAR = new BarCalendar(ZoneId.of("America/New_York"));

    private final BarBook book = new BarBook(ACME, CALENDAR);

    /// Random trades, quiet times and moments of looking: the same bars as by the plainest way.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void barsOfAllLengthsAreThoseOfANaiveReader(long seed) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        Instant time = Instant.parse("2026-11-23T17:00:00Z");
        for (int i = 0; i < 5000; i++) {
            time = time.plus(Duration.ofMillis(
                    random.nextInt(50) == 0
                            ? random.nextInt(40_000_000)
                            : random.nextInt(random.nextInt(3) == 0 ? 1 : 20_000)));
            if (random.nextInt(4) == 0) {
                book.advance(time);
            }
            var trade = new Trade(
                    ACME,
                    BigDecimal.valueOf(random.nextInt(-500, 2000), 2),
                    BigDecimal.valueOf(random.nextInt(1000), random.nextInt(4)),
                    time,
                    null);
            trades.add(trade);
            book.trade(trade.time(), trade.price(), trade.size());
        }
        book.advance(time.plus(Duration.ofDays(14)));
        List<Ended> ended = book.takeEnded().stream().map(Numbered::ended).toList();

        for (Interval interval : Interval.values()) {
            assertThat(ended.stream()
                            .filter(one -> one.interval() == interval && one.bar() != null)
                            .map(Ended::bar))
                    .as(interval.text())
                    .containsExactlyElementsOf(Bars.of(interval, CALENDAR, trades));
        }
    }
}
