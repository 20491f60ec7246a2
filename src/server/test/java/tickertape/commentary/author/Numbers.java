package tickertape.commentary.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.Mover;
import tickertape.commentary.facts.SectorFacts;
import tickertape.commentary.facts.StockFacts;
import tickertape.wire.Quote;

/// Finds the numbers of a text, and compares them with all that the facts allow.
final class Numbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<number>-?[0-9][0-9,]*(?:[.][0-9]+)?)(?<unit> million| billion|万|亿|%)?");

    private static final String PERCENT = "(?<percent>[0-9][0-9,]*[.][0-9]+)%";

    private static final List<Pattern> DIRECTIONS = List.of(
            Pattern.compile("(?<word>up|down|gain of|loss of|risen|climbed|fallen|slipped|涨|跌|涨幅|跌幅|低)\\s?" + PERCENT),
            Pattern.compile("(?<word>gained|added|lost|shed) \\S+(?: [A-Z]{3})?, or " + PERCENT),
            Pattern.compile(PERCENT + " (?<word>higher|lower|above|below)"));

    private static final Map<String, BigDecimal> UNITS = Map.of(
            " million", BigDecimal.valueOf(1_000_000),
            " billion", BigDecimal.valueOf(1_000_000_000),
            "万", BigDecimal.valueOf(10_000),
            "亿", BigDecimal.valueOf(100_000_000));

    private final Facts facts;
    private final Language language;
    private final List<BigDecimal> percents = new ArrayList<>();
    private final List<BigDecimal> numbers = new ArrayList<>();
    private final List<BigDecimal> volumes = new ArrayList<>();

    Numbers(Facts facts, Language language) {
        this.facts = facts;
        this.language = language;
        add(facts.market());
        facts.subject().ifPresent(this::add);
    }

    private void add(MarketFacts market) {
        Stream.of(market.size(), market.up(), market.down(), market.unchanged(), market.halted())
                .map(BigDecimal::valueOf)
                .forEach(numbers::add);
        percents.add(market.percent());
        Stream.of(market.gainers(), market.losers()).flatMap(List::stream).forEach(this::add);
        market.sectors().forEach(this::add);
    }

    private void add(Mover mover) {
        percents.add(mover.percent());
        numbers.add(mover.quote().last());
    }

    private void add(SectorFacts sector) {
        percents.add(sector.percent());
        numbers.add(BigDecimal.valueOf(sector.size()));
        numbers.add(BigDecimal.valueOf(sector.up()));
    }

    private void add(StockFacts stock) {
        Quote quote = stock.quote();
        for (@Nullable
        BigDecimal number : new BigDecimal[] {
            quote.last(),
            quote.open(),
            quote.high(),
            quote.low(),
            quote.previousClose(),
            quote.change().abs()
        }) {
            numbers.add(number);
        }
        if (quote.bid() != null && quote.ask() != null) {
            numbers.add(quote.bid());
            numbers.add(quote.ask());
            numbers.add(quote.ask().subtract(quote.bid()));
            BigDecimal middle = quote.ask().add(quote.bid()).divide(BigDecimal.TWO);
            numbers.add(quote.ask()
                    .subtract(quote.bid())
                    .multiply(BigDecimal.valueOf(10_000))
                    .divide(middle, 1, RoundingMode.HALF_UP));
        }
        percents.add(quote.changePercent());
        volumes.add(quote.volume());
        stock.usualVolume().ifPresent(volumes::add);
        numbers.add(BigDecimal.valueOf(stock.usualDays()));
        stock.pace().ifPresent(pace -> {
            volumes.add(pace.recent());
            volumes.add(pace.usual());
            numbers.add(BigDecimal.valueOf(pace.window().toMinutes()));
        });
        stock.yearHigh().ifPresent(high -> {
            numbers.add(high);
            StockFacts.percent(quote.last(), high).ifPresent(percents::add);
        });
        stock.yearLow().ifPresent(numbers::add);
        stock.weekChange().ifPresent(percents::add);
    }

    /// Fails for a number that is not so, and for a first among equals.
    void check(String text) {
        MarketFacts market = facts.market();
        if (!MarketFacts.hasLeader(market.gainers())) {
            assertThat(text).doesNotContainPattern("leads the gainers|led the gainers|the most|领涨|涨幅最大");
        }
        if (!MarketFacts.hasLeader(market.losers())) {
            assertThat(text).doesNotContainPattern("the furthest|the weakest, |领跌|跌幅最大");
        }
        String bare = bare(text);
        NUMBER.matcher(bare)
                .results()
                .forEach(found -> assertThat(isSo(found))
                        .as("%s in: %s (%s)", found.group(), text, language)
                        .isTrue());
        DIRECTIONS.stream()
                .flatMap(direction -> direction.matcher(bare).results())
                .forEach(found -> assertThat(percents)
                        .as("%s in: %s", found.group(), text)
                        .usingElementComparator(BigDecimal::compareTo)
                        .contains(signed(found)));
    }

    /// The text without its numbers and names.
    String skeleton(String text) {
        return bare(text).replaceAll("[0-9,.]+", "#");
    }

    private static BigDecimal signed(MatchResult found) {
        BigDecimal percent = new BigDecimal(found.group("percent").replace(",", ""));
        boolean down = Pattern.compile("down|loss|fallen|slipped|lost|shed|lower|below|跌|低")
                .matcher(found.group("word"))
                .find();
        return down ? percent.negate() : percent;
    }

    // The 52 weeks are those of a year; names have no numbers here, but are known to the reader.
    private String bare(String text) {
        String bare = text.replaceAll("52-week|52 weeks|52周", "");
        for (Mover mover : Stream.of(facts.market().gainers(), facts.market().losers())
                .flatMap(List::stream)
                .toList()) {
            bare = bare.replace(mover.instrument().name(), "");
        }
        return bare;
    }

    private boolean isSo(MatchResult found) {
        BigDecimal number = new BigDecimal(found.group("number").replace(",", ""));
        @Nullable String unit = found.group("unit");
        if (unit == null) {
            return contains(numbers, number) || contains(rounded(BigDecimal.ONE, number.scale()), number);
        }
        if (unit.equals("%")) {
            return contains(percents.stream().map(BigDecimal::abs).toList(), number);
        }
        return contains(rounded(Objects.requireNonNull(UNITS.get(unit)), 2), number);
    }

    private List<BigDecimal> rounded(BigDecimal unit, int scale) {
        return volumes.stream()
                .map(volume -> volume.divide(unit, scale, RoundingMode.HALF_UP))
                .toList();
    }

    private static boolean contains(List<BigDecimal> all, BigDecimal number) {
        return all.stream().anyMatch(each -> each.compareTo(number) == 0);
    }
}
