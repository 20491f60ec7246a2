package tickertape.commentary.author;

import static tickertape.commentary.author.EnglishWords.direction;
import static tickertape.commentary.author.EnglishWords.name;
import static tickertape.commentary.author.EnglishWords.price;

import java.math.BigDecimal;
import java.util.Optional;
import tickertape.commentary.facts.StockFacts;
import tickertape.market.Instrument;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// The first English sentence about an instrument: where its price stands, and what has happened to it.
record EnglishLead(Choice choice, StockFacts stock, Instrument instrument, Quote quote) {

    EnglishLead(Choice choice, StockFacts stock) {
        this(choice, stock, stock.instrument(), stock.quote());
    }

    String text(Occasion occasion, MarketPhase phase) {
        String now = price(quote.last(), instrument);
        if (occasion == Occasion.RECORD) {
            return record().orElseGet(() -> moved());
        }
        Optional<String> news = news(occasion);
        if (news.isPresent()) {
            return "Trading in %s %s. The last price is %s, %s.".formatted(name(instrument), news.get(), now, change());
        }
        return switch (phase) {
            case PRE -> "Trading has yet to begin; %s last closed at %s.".formatted(name(instrument), now);
            case CLOSED -> closed();
            case OPEN, HALTED -> moved();
        };
    }

    private Optional<String> news(Occasion occasion) {
        if (occasion == Occasion.RESUME) {
            return Optional.of("has resumed");
        }
        if (quote.status() == QuoteStatus.HALTED) {
            return Optional.of(choice.of("is suspended", "has been suspended"));
        }
        return occasion == Occasion.OPEN && quote.status() == QuoteStatus.TRADING
                ? Optional.of("has begun")
                : Optional.empty();
    }

    private String change() {
        BigDecimal percent = quote.changePercent();
        if (percent == null) {
            return "against a previous close of " + price(quote.previousClose(), instrument);
        }
        return (percent.signum() == 0 ? flat() : direction(percent)) + " on the day";
    }

    // Less than the hundredth part of a percent.
    private String flat() {
        return quote.change().signum() == 0 ? "unchanged" : "little changed";
    }

    private Optional<String> record() {
        Optional<String> high = stock.brokenHigh()
                .map(before -> choice.of(
                                        "%s has set a 52-week high of %s; the previous one was %s. ",
                                        "A 52-week high for %s: it has traded at %s, above the earlier peak of %s. ")
                                .formatted(name(instrument), price(quote.high(), instrument), price(before, instrument))
                        + since(quote.high()));
        Optional<String> low = stock.brokenLow()
                .map(before -> choice.of(
                                        "%s has fallen to a 52-week low of %s; the previous one was %s. ",
                                        "A 52-week low for %s: it has traded at %s, below the earlier trough of %s. ")
                                .formatted(name(instrument), price(quote.low(), instrument), price(before, instrument))
                        + since(quote.low()));
        return high.isPresent() && (low.isEmpty() || quote.change().signum() >= 0) ? high : low.or(() -> high);
    }

    // Where it stands now, if that is not the record.
    private String since(BigDecimal record) {
        return quote.last().compareTo(record) == 0 && quote.changePercent() != null
                ? "It is %s.".formatted(change())
                : "It is now at %s, %s.".formatted(price(quote.last(), instrument), change());
    }

    private String moved() {
        String now = price(quote.last(), instrument);
        String before = price(quote.previousClose(), instrument);
        BigDecimal percent = quote.changePercent();
        if (percent == null) {
            return "%s is at %s, against a previous close of %s.".formatted(name(instrument), now, before);
        }
        if (percent.signum() == 0) {
            return "%s is %s at %s.".formatted(name(instrument), flat(), now);
        }
        boolean up = quote.change().signum() > 0;
        String size = Figures.percent(percent);
        return switch (choice.of(1, 2, 3, 4)) {
            case 1 -> "%s is %s %s at %s.".formatted(name(instrument), up ? "up" : "down", size, now);
            case 2 ->
                "%s has %s %s, or %s, to %s."
                        .formatted(
                                name(instrument),
                                up ? choice.of("gained", "added") : choice.of("lost", "shed"),
                                price(quote.change().abs(), instrument),
                                size,
                                now);
            case 3 ->
                "%s trades at %s, %s %s its previous close of %s."
                        .formatted(name(instrument), now, size, up ? "above" : "below", before);
            default ->
                "%s has %s %s to %s from a previous close of %s."
                        .formatted(
                                name(instrument),
                                up ? choice.of("risen", "climbed") : choice.of("fallen", "slipped"),
                                size,
                                now,
                                before);
        };
    }

    private String closed() {
        String now = price(quote.last(), instrument);
        BigDecimal percent = quote.changePercent();
        if (percent == null) {
            return "%s closed at %s.".formatted(name(instrument), now);
        }
        if (percent.signum() == 0) {
            return "%s closed %s at %s.".formatted(name(instrument), flat(), now);
        }
        boolean up = percent.signum() > 0;
        return choice.of(true, false)
                ? "%s closed %s %s at %s."
                        .formatted(name(instrument), Figures.percent(percent), up ? "higher" : "lower", now)
                : "%s ended the session at %s, a %s of %s."
                        .formatted(name(instrument), now, up ? "gain" : "loss", Figures.percent(percent));
    }
}
