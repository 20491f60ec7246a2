package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tickertape.market.feed.ObservedInstrument.OPEN;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.market.Instrument;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Recorded trades come in their own order and at their own speed, and nothing is added.
class ReplayFeedTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void firstTradeComesAtTheFirstTick() throws IOException {
        ReplayFeed feed = feed("1000,9.5,1\n1003,9.6,2\n", "1");

        List<Trade> trades = tick(feed, OPEN);

        assertThat(trades)
                .containsExactly(new Trade(
                        new Symbol("GOLD"),
                        new BigDecimal("9.5"),
                        new BigDecimal("1"),
                        OPEN.minusSeconds(1),
                        Instant.ofEpochSecond(1000)));
    }

    @Test
    void recordedTimePassesAtTheGivenSpeed() throws IOException {
        ReplayFeed feed = feed("1000,1,1\n1001,2,1\n1005.5,3,1\n1006,4,1\n", "2");

        assertThat(prices(tick(feed, OPEN))).containsExactly("1", "2");
        assertThat(tick(feed, OPEN.plusSeconds(1))).isEmpty();
        List<Trade> third = tick(feed, OPEN.plusSeconds(2));
        assertThat(prices(third)).containsExactly("3");
        assertThat(third.getFirst().time()).isEqualTo(OPEN.plusMillis(1750));
        assertThat(prices(tick(feed, OPEN.plusSeconds(3)))).containsExactly("4");
        assertThat(tick(feed, OPEN.plusSeconds(4))).isEmpty();
    }

    @Test
    void marketClosesWithTheTickAfterTheLastTrade() throws IOException {
        ReplayFeed feed = feed("1000,1,1\n1001.5,2,1\n", "1");

        List<MarketPhase> phases = new ArrayList<>();
        for (int tick = 0; tick < 4; tick++) {
            feed.tick(OPEN.plusSeconds(tick));
            phases.add(feed.status(OPEN).phase());
        }

        assertThat(phases).containsExactly(MarketPhase.OPEN, MarketPhase.OPEN, MarketPhase.CLOSED, MarketPhase.CLOSED);
    }

    @Test
    void tradesBeyondTheLimitOfATickFollowInTheNext() throws IOException {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 4_500).forEach(i -> lines.append("%s,%s,1\n".formatted(i, i + 1)));
        ReplayFeed feed = feed(lines.toString(), "1000000");

        List<Trade> all = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int tick = 0; tick < 4; tick++) {
            List<Trade> trades = tick(feed, OPEN.plusSeconds(tick));
            counts.add(trades.size());
            all.addAll(trades);
        }

        assertThat(counts).containsExactly(2_000, 2_000, 500, 0);
        assertThat(all).extracting(trade -> trade.price().intValueExact()).isSorted();
        assertThat(all).extracting(Trade::time).isSorted();
    }

    @Test
    void instrumentsComeFromTheData() throws IOException {
        ReplayFeed feed = feed("1,10.50,1,B\n2,9,1,A\n3,9.125,1,A\n", "1");

        assertThat(feed.instruments()).extracting(Instrument::name).containsExactly("B", "A");
        Instrument a = feed.instruments().getLast();
        assertThat(a.tickSize()).isEqualTo(new BigDecimal("0.001"));
        assertThat(a.referencePrice()).isEqualTo(new BigDecimal("9.000"));
        assertThat(a.mic()).isEqualTo("XXXX");
        assertThat(a.currency()).isEqualTo("EUR");
        assertThat(a.sector()).isEqualTo("Recorded");
    }

    @Test
    void pricesTakeOnTheScaleOfTheirInstrument() throws IOException {
        ReplayFeed feed = feed("1,10.50,1,B\n1,9,0.5,A\n1,9.125,100,A\n", "1");

        List<Trade> trades = tick(feed, OPEN);

        assertThat(prices(trades)).containsExactly("10.5", "9.000", "9.125");
        assertThat(trades).extracting(trade -> trade.size().toString()).containsExactly("1", "0.5", "100");
    }

    @Test
    void timesLieInTheirInterval() throws IOException {
        ReplayFeed feed = feed("0.25,1,1\n0.5,2,1\n1.2,3,1\n", "1");

        List<Trade> trades = tick(feed, OPEN);

        assertThat(trades.getLast().time()).isCloseTo(OPEN.minusMillis(50), within(1, ChronoUnit.MICROS));
    }

    private ReplayFeed feed(String text, String speed) throws IOException {
        Path file = Files.writeString(folder.resolve("trades.csv"), text);
        return new ReplayFeed(
                file, new RecordingFormat("GOLD", "EUR", false, Duration.ZERO), new BigDecimal(speed), INTERVAL);
    }

    private static List<Trade> tick(ReplayFeed feed, Instant now) {
        List<MarketEvent> events = feed.tick(now);
        return events.stream().map(Trade.class::cast).toList();
    }

    private static List<String> prices(List<Trade> trades) {
        return trades.stream().map(trade -> trade.price().toString()).toList();
    }
}
