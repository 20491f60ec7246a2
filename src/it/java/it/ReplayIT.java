package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DecimalNumFactory;

/// A hundred thousand recorded trades, played through the whole server.
class ReplayIT {

    private static final Recorded RECORDED = Recorded.read();
    private static final Duration LENGTH = Duration.ofSeconds(10);

    /// Digits: more than any sum here has.
    private static final int PRECISION = 60;

    @AutoClose
    private static LibertyServer server;

    private static String epoch;
    private static List<Event> trades;

    @BeforeAll
    static void playToTheEnd() {
        server = LibertyServer.start(Map.of(
                "FEED_SOURCE", "replay",
                "REPLAY_FILE", Recorded.FILE.toString(),
                "REPLAY_SYMBOL", "BTC",
                "REPLAY_SPEED", Long.toString(RECORDED.speed(LENGTH)),
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_BACKLOG", "200000",
                "STREAM_HEARTBEAT", "PT1S"));
        var watch = Stopwatch.start();
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"))) {
            epoch = stream.next("hello").json().getString("epoch");
        }
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"), "Last-Event-ID", epoch + "-0")) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            trades = stream.next(RECORDED.count());
        }
        watch.print("100,000 recorded trades through the whole server");
    }

    @Test
    void subscriberSeesEveryTradeOnceAndInOrder() {
        assertThat(trades).extracting(Event::name).containsOnly("trade");
        assertThat(trades).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void lastPriceAndVolumeAreThoseOfTheFile() {
        BigDecimal volume =
                trades.stream().map(trade -> decimal(trade.json(), "size")).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(decimal(trades.getLast().json(), "price")).isEqualByComparingTo(RECORDED.lastPrice());
        assertThat(volume).isEqualByComparingTo(RECORDED.volume());
    }

    @Test
    void nothingComesAfterTheLastTrade() {
        String last = trades.getLast().id().orElseThrow();

        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"), "Last-Event-ID", last)) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            assertThat(stream.next().name()).isEqualTo("heartbeat");
        }
    }

    /// An independent library reads the same file.
    @Test
    void minutesAreThoseOfTa4j() {
        BarSeries series = series(Duration.ofMinutes(1));
        List<JsonObject> served = new ArrayList<>();
        Instant from = RECORDED.first().truncatedTo(ChronoUnit.MINUTES);
        for (List<JsonObject> page = page(from); !page.isEmpty(); page = page(from)) {
            served.addAll(page);
            from = Instant.parse(page.getLast().getString("start")).plusSeconds(60);
        }

        assertThat(served).hasSize(series.getBarCount()).hasSizeGreaterThan(1000);
        for (int i = 0; i < served.size(); i++) {
            Bar bar = series.getBar(i);
            JsonObject candle = served.get(i);
            assertThat(Instant.parse(candle.getString("start"))).isEqualTo(bar.getBeginTime());
            assertThat(decimal(candle, "open"))
                    .isEqualByComparingTo(bar.getOpenPrice().bigDecimalValue());
            assertThat(decimal(candle, "high"))
                    .isEqualByComparingTo(bar.getHighPrice().bigDecimalValue());
            assertThat(decimal(candle, "low"))
                    .isEqualByComparingTo(bar.getLowPrice().bigDecimalValue());
            assertThat(decimal(candle, "close"))
                    .isEqualByComparingTo(bar.getClosePrice().bigDecimalValue());
            assertThat(decimal(candle, "volume"))
                    .isEqualByComparingTo(bar.getVolume().bigDecimalValue());
            assertThat(candle.getJsonNumber("trades").longValueExact()).isEqualTo(bar.getTrades());
        }
    }

    /// The next start replaces them.
    @Test
    void barsThatHaveEndedAreNotForEver() {
        String range = "api/candles/BTC?to=" + RECORDED.first().plus(Duration.ofHours(1));

        HttpResponse<String> bars = Http.get(server.uri(range));

        assertThat(Instruments.array(bars.body())).isNotEmpty();
        assertThat(bars.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
    }

    private static List<JsonObject> page(Instant from) {
        String query = "api/candles/BTC?interval=PT1M&limit=5000&from=" + from;
        return Instruments.array(Http.get(server.uri(query)).body()).getValuesAs(JsonObject.class);
    }

    private static BarSeries series(Duration length) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DecimalNumFactory.getInstance(PRECISION))
                .build();
        for (String[] trade : Recorded.rows()) {
            Instant time = Instant.ofEpochSecond(Long.parseLong(trade[0]));
            if (series.isEmpty() || !series.getLastBar().inPeriod(time)) {
                series.barBuilder()
                        .timePeriod(length)
                        .endTime(time.truncatedTo(ChronoUnit.MINUTES).plus(length))
                        .volume(0)
                        .amount(0)
                        .add();
            }
            series.addTrade(new BigDecimal(trade[2]), new BigDecimal(trade[1]));
        }
        return series;
    }

    @Test
    void quoteAddsUpTheTradesAndInventsNothing() {
        await().untilAsserted(() -> assertThat(decimal(quote(), "volume")).isEqualByComparingTo(RECORDED.volume()));

        JsonObject quote = quote();

        assertThat(decimal(quote, "last")).isEqualByComparingTo(RECORDED.lastPrice());
        assertThat(quote).doesNotContainKeys("bid", "ask", "bidSize", "askSize");
        assertThat(Instant.parse(quote.getString("sourceTime"))).isEqualTo(RECORDED.last());
        assertThat(Instant.parse(quote.getString("time"))).isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    @Test
    void tradesCarryTheTimeOfTheRecordingBesideTheServers() {
        JsonObject first = trades.getFirst().json();

        assertThat(first.getString("symbol")).isEqualTo("BTC");
        assertThat(Instant.parse(first.getString("sourceTime"))).isEqualTo(RECORDED.first());
        assertThat(Instant.parse(first.getString("time"))).isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    private static JsonObject quote() {
        return Instruments.object(Http.get(server.uri("api/quotes/BTC")).body());
    }

    private static BigDecimal decimal(JsonObject object, String name) {
        return object.getJsonNumber(name).bigDecimalValue();
    }
}
