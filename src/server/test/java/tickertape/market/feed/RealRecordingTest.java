package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.market.MarketDriver;
import tickertape.market.Tick;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Trade;

/// A hundred thousand trades of an exchange pass through the market without loss.
class RealRecordingTest {

    private static final Path FILE =
            Path.of(System.getProperty("recordings", "target/recordings"), "bitstamp_trades_from_20131125_usd.csv");

    @Test
    void marketEndsWhereTheRecordingEnds() throws IOException {
        List<String[]> lines = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        MarketDriver market = new MarketDriver(new ReplayFeed(
                FILE,
                new RecordingFormat("BTC/USD", "USD", false, Duration.ZERO),
                BigDecimal.valueOf(100_000),
                Duration.ofSeconds(1)));

        long trades = 0;
        long quotes = 0;
        for (int tick = 0; tick < 100; tick++) {
            Tick brought = market.tick(Instant.ofEpochSecond(tick));
            trades += brought.trades().size();
            quotes += brought.quotes().size();
            assertThat(brought.trades()).extracting(Trade::sourceTime).isSorted();
        }

        Quote quote = market.quotes().getFirst();
        assertThat(quote.status()).isEqualTo(QuoteStatus.CLOSED);
        assertThat(trades).isEqualTo(lines.size()).isEqualTo(100_000);
        assertThat(quote.seq()).isEqualTo(quotes);
        assertThat(quote.last()).isEqualByComparingTo(lines.getLast()[1]).hasScaleOf(2);
        assertThat(quote.sourceTime()).isEqualTo(Instant.ofEpochSecond(Long.parseLong(lines.getLast()[0])));
        assertThat(quote.volume()).isEqualByComparingTo(sum(lines));
        assertThat(quote.high()).isEqualByComparingTo(highest(lines));
    }

    private static BigDecimal sum(List<String[]> lines) {
        return lines.stream().map(fields -> new BigDecimal(fields[2])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal highest(List<String[]> lines) {
        return lines.stream().map(fields -> new BigDecimal(fields[1])).reduce(BigDecimal.ONE, BigDecimal::max);
    }
}
