package tickertape.commentary.author;

import static tickertape.commentary.author.EnglishWords.again;
import static tickertape.commentary.author.EnglishWords.direction;
import static tickertape.commentary.author.EnglishWords.first;
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
                ? first(instrument) + " moved between %s and %s, after opening at %s."
                : choice.of(
                        "The day's range is %s to %s; the opening price was %s.",
                        first(instrument) + " has moved between %s and %s today, after opening at %s.");
        return Optional.of(sentence.formatted(
                price(quote.low(), instrument), price(quote.high(), instrument), price(quote.open(), instrument)));
    }

    @Override
    public Optional<String> volume(StockFacts stock, boolean over) {
        if (stock.quote().volume().signum() == 0) {
            return Optional.empty();
        }
        String volume = EnglishWords.volume(stock.quote().volume(), stock.instrument());
        String sentence = over
                ? choice.of("Volume came to %s", "The day's volume was %s")
                : choice.of("Volume stands at %s", "Volume so far is %s");
        return Optional.of(sentence.formatted(volume)
                + stock.usualVolume()
                        .map(usual -> ", against %s of %s over the past %s sessions"
                                .formatted(
                                        over ? "an average" : "a full-day average",
                                        EnglishWords.amount(usual),
                                        stock.usualDays()))
                        .orElse("")
                + ".");
    }

    @Override
    public Optional<String> pace(StockFacts stock) {
        return stock.pace().map(pace -> {
            long minutes = pace.window().toMinutes();
            return pace.recent().signum() == 0
                    ? "Nothing has traded in the past %s minutes.".formatted(minutes)
                    : tempo(pace)
                            + "n the past %s minutes, volume was %s; the %s-minute average so far is %s."
                                    .formatted(
                                            minutes,
                                            EnglishWords.volume(pace.recent(), stock.instrument()),
                                            minutes,
                                            EnglishWords.amount(pace.usual()));
        });
    }

    private static String tempo(VolumePace pace) {
        if (pace.isBusy()) {
            return "Trading has picked up: i";
        }
        return pace.isSlow() ? "Trading has slowed: i" : "I";
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
                                                .map(EnglishReporter::points)
                                                .orElse("")));
    }

    private static String points(BigDecimal points) {
        String number = Figures.shortest(points);
        return ", or %s basis point%s".formatted(number, number.equals("1") ? "" : "s");
    }

    @Override
    public Optional<String> year(StockFacts stock) {
        Instrument instrument = stock.instrument();
        BigDecimal last = stock.quote().last();
        return stock.yearHigh()
                .flatMap(high -> stock.yearLow()
                        .filter(low -> low.compareTo(high) < 0)
                        .map(low -> {
                            String range = "Over the 52 weeks before today, %s moved between %s and %s"
                                    .formatted(again(instrument), price(low, instrument), price(high, instrument));
                            return StockFacts.percent(last, high)
                                    .filter(percent -> percent.signum() < 0)
                                    .map(percent -> "%s; it is now %s below that high."
                                            .formatted(range, Figures.percent(percent)))
                                    .orElse(range + ".");
                        }));
    }

    @Override
    public Optional<String> week(StockFacts stock) {
        String subject = again(stock.instrument());
        return stock.weekChange()
                .map(percent -> "Compared with its close five sessions ago, %s is %s."
                        .formatted(subject, percent.signum() == 0 ? "little changed" : direction(percent)));
    }

    @Override
    public String stale() {
        return "No new prices have come in for a while, so this may be out of date.";
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
                "Nobody knows what comes next, and this is not advice. Where things stand:",
                "This is neither a forecast nor advice, only where things stand:");
    }

    @Override
    public String nothing() {
        return "There are no prices yet.";
    }
}
