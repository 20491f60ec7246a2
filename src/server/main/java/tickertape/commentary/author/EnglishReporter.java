package tickertape.commentary.author;

import static tickertape.commentary.author.EnglishWords.again;
import static tickertape.commentary.author.EnglishWords.direction;
import static tickertape.commentary.author.EnglishWords.name;
import static tickertape.commentary.author.EnglishWords.price;

import java.math.BigDecimal;
import java.util.Optional;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.StockFacts;
import tickertape.commentary.facts.VolumePace;
import tickertape.market.Instrument;
import tickertape.wire.Quote;

/// Writes in English, as a market reporter does.
record EnglishReporter(Choice choice) implements Reporter {

    @Override
    public String space() {
        return " ";
    }

    @Override
    public String lead(Occasion occasion, StockFacts stock, MarketFacts market) {
        return new EnglishLead(choice, stock).text(occasion, market.phase());
    }

    @Override
    public MarketReporter market() {
        return new EnglishMarket(choice);
    }

    @Override
    public Optional<String> range(StockFacts stock, boolean over) {
        Instrument instrument = stock.instrument();
        Quote quote = stock.quote();
        if (quote.low().compareTo(quote.high()) == 0) {
            return Optional.empty();
        }
        String sentence = over
                ? "It traded between %s and %s, after opening at %s."
                : choice.of(
                        "The day's range is %s to %s, after an opening price of %s.",
                        "It has traded between %s and %s today, having opened at %s.");
        return Optional.of(sentence.formatted(
                price(quote.low(), instrument), price(quote.high(), instrument), price(quote.open(), instrument)));
    }

    @Override
    public Optional<String> volume(StockFacts stock) {
        Instrument instrument = stock.instrument();
        String volume = EnglishWords.volume(stock.quote().volume(), instrument);
        if (stock.quote().volume().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(stock.usualVolume()
                .map(usual -> choice.of(
                                "Volume stands at %s; the average of the past %s days is %s.",
                                "So far %s have changed hands, against a %s-day average of %s.")
                        .formatted(volume, stock.usualDays(), EnglishWords.volume(usual, instrument)))
                .orElseGet(() -> "Volume stands at %s.".formatted(volume)));
    }

    @Override
    public Optional<String> pace(StockFacts stock) {
        return stock.pace().map(pace -> {
            Instrument instrument = stock.instrument();
            String recent = EnglishWords.volume(pace.recent(), instrument);
            String usual = EnglishWords.volume(pace.usual(), instrument);
            long minutes = pace.window().toMinutes();
            return tempo(pace)
                    + "%s changed hands in the past %s minutes, against an average of %s so far."
                            .formatted(recent, minutes, usual);
        });
    }

    private static String tempo(VolumePace pace) {
        if (pace.isBusy()) {
            return "Trading has picked up: ";
        }
        return pace.isSlow() ? "Trading has slowed: " : "";
    }

    @Override
    public Optional<String> spread(StockFacts stock) {
        Instrument instrument = stock.instrument();
        BigDecimal bid = stock.quote().bid();
        BigDecimal ask = stock.quote().ask();
        return bid == null || ask == null
                ? Optional.empty()
                : stock.spread()
                        .map(spread -> "The best bid is %s and the best ask %s, a spread of %s%s."
                                .formatted(
                                        price(bid, instrument),
                                        price(ask, instrument),
                                        price(spread, instrument),
                                        stock.spreadPoints()
                                                .map(points -> ", or %s basis points".formatted(Figures.plain(points)))
                                                .orElse("")));
    }

    @Override
    public Optional<String> sector(StockFacts stock) {
        return stock.sector()
                .map(sector -> "The %s sector is %s on average, with %s of its %s members higher."
                        .formatted(sector.name(), direction(sector.percent()), sector.up(), sector.size()));
    }

    @Override
    public Optional<String> year(StockFacts stock) {
        Instrument instrument = stock.instrument();
        BigDecimal last = stock.quote().last();
        return stock.yearHigh()
                .flatMap(high -> stock.yearLow().map(low -> {
                    String range = "In the 52 weeks before today %s moved between %s and %s"
                            .formatted(again(instrument), price(low, instrument), price(high, instrument));
                    return StockFacts.percent(last, high)
                            .filter(percent -> percent.signum() < 0)
                            .map(percent ->
                                    "%s; it is now %s below that high.".formatted(range, Figures.percent(percent)))
                            .orElse(range + ".");
                }));
    }

    @Override
    public Optional<String> week(StockFacts stock) {
        return stock.weekChange()
                .map(percent -> "Compared with its close five sessions ago, it is %s.".formatted(direction(percent)));
    }

    @Override
    public String stale(StockFacts stock) {
        return "Nothing new has come of %s for a while, so the price may be old.".formatted(name(stock.instrument()));
    }

    @Override
    public String noReason() {
        return choice.of(
                "Prices do not say why they move. What they do say:",
                "The tape gives no reasons, only prices. Here is what it shows:");
    }

    @Override
    public String noForecast() {
        return choice.of(
                "Nobody knows what comes next, and this is no advice. Where things stand:",
                "No forecast, and no advice: only what is so now.");
    }

    @Override
    public String nothing() {
        return "There are no prices yet.";
    }
}
