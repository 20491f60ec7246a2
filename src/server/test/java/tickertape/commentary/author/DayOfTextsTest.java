package tickertape.commentary.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.commentary.author.SampleDay.Written;
import tickertape.commentary.facts.Mover;
import tickertape.commentary.facts.StockFacts;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.feed.ListedInstruments;
import tickertape.market.feed.SimulatedFeed;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// All texts of a simulated day read as an editor wants them, and no two in a row begin alike.
class DayOfTextsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int DAY = 9600;

    private static final List<String> QUESTIONS = List.of(
            "How is it doing?",
            "Why?",
            "Will it rise?",
            "volume, spread, range, sector, week, market",
            "成交量、价差、区间、板块、历史、大盘");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50})
    void textsOfADayAreFitToPrint(int size) {
        SampleDay day = day(ListedInstruments.first(size));

        assertThat(day.written())
                .extracting(text -> text.assignment().occasion())
                .containsAll(EnumSet.of(
                        Occasion.OPEN, Occasion.CLOSE, Occasion.HALT, Occasion.RESUME, Occasion.MOVE, Occasion.QUIET));
        check(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.05", "1.00"})
    void textsOfLowPricesAreFitToPrint(String price) {
        check(day(ListedInstruments.first(6).stream()
                .map(instrument -> at(instrument, new BigDecimal(price), instrument.volatility()))
                .toList()));
    }

    @Test
    void textsOfADayWithoutMovesAreFitToPrint() {
        SampleDay day = day(ListedInstruments.first(20).stream()
                .map(instrument -> at(instrument, BigDecimal.ONE, BigDecimal.ZERO))
                .toList());

        assertThat(day.written())
                .anyMatch(text -> text.assignment().facts().market().isMostlyUnchanged());
        check(day);
    }

    private static void check(SampleDay day) {
        for (Language language : Language.values()) {
            String before = "";
            for (Written written : day.written(language)) {
                Assignment assignment = written.assignment();
                String bare = bare(written);
                new Numbers(assignment.facts(), language).check(bare);
                Style.check(bare, language);
                if (assignment.caller().isEmpty()) {
                    assertThat(Openings.opening(written.text())).isNotEqualTo(before);
                    before = Openings.opening(written.text());
                }
            }
        }
    }

    private static String bare(Written written) {
        var market = written.assignment().facts().market();
        String bare = written.text();
        var names = Stream.concat(
                Stream.of(market.gainers(), market.losers())
                        .flatMap(List::stream)
                        .map(Mover::instrument),
                written.assignment().facts().subject().stream().map(StockFacts::instrument));
        for (Instrument instrument : names.toList()) {
            bare = bare.replace(instrument.name(), "Acme")
                    .replaceAll(
                            "([(（])%s([)）])"
                                    .formatted(Pattern.quote(instrument.symbol().text())),
                            "$1ACME$2");
        }
        return bare;
    }

    static Instrument at(Instrument like, BigDecimal price, BigDecimal volatility) {
        return new Instrument(
                like.symbol(),
                like.name(),
                like.sector(),
                like.mic(),
                like.currency(),
                like.tickSize(),
                price,
                volatility,
                like.spread(),
                like.shares());
    }

    /// A day with two records, and with questions at each hour.
    static SampleDay day(List<Instrument> instruments) {
        Feed feed =
                new SimulatedFeed(instruments, 42, TradingDay.compressed(Duration.ofSeconds(DAY), SECOND), Pace.BURSTY);
        Map<Symbol, List<Candle>> past = new HashMap<>(SampleDay.past(feed));
        past.computeIfPresent(instruments.getFirst().symbol(), (_, days) -> within(days, instruments.getFirst()));
        var day = new SampleDay(new EventfulFeed(feed, DAY), new BigDecimal("0.5"), past);
        for (int hour = 0; hour < 12; hour++) {
            day.pass(DAY / 12 - (hour == 11 ? 1 : 0));
            for (String question : QUESTIONS) {
                day.ask(Optional.empty(), question);
                day.ask(Optional.of(instruments.get(hour % instruments.size()).symbol()), question);
            }
        }
        return day;
    }

    // A year in which the price hardly moved, so that today it sets a record.
    private static List<Candle> within(List<Candle> days, Instrument instrument) {
        BigDecimal price = instrument.referencePrice();
        var narrow = new ArrayList<Candle>();
        days.forEach(day -> narrow.add(new Candle(
                day.symbol(),
                day.interval(),
                day.start(),
                price,
                price,
                price,
                price,
                day.volume(),
                day.trades(),
                price,
                true,
                List.of())));
        return narrow;
    }
}
