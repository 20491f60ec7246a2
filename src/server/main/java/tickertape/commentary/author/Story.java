package tickertape.commentary.author;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.StockFacts;
import tickertape.wire.MarketPhase;
import tickertape.wire.QuoteStatus;

/// Chooses what is worth saying on an occasion, and in which order.
record Story(Reporter reporter, Choice choice) {

    private static final String PARAGRAPH = "\n\n";

    /// So many sentences follow the first one.
    private static final int DETAILS = 3;

    private static final Set<Interest> NOT_TOLD = EnumSet.of(Interest.REASON, Interest.FUTURE);

    String text(Assignment assignment) {
        Facts facts = assignment.facts();
        Set<Interest> interests = assignment.question().map(Interest::of).orElse(Set.of());
        if (facts.market().size() == 0) {
            return reporter.nothing();
        }
        String text = facts.subject()
                .map(stock -> paragraph(ofStock(assignment.occasion(), facts, stock, interests)))
                .orElseGet(() -> ofMarket(assignment.occasion(), facts));
        return Stream.concat(caveats(interests), Stream.of(text))
                .reduce((one, other) -> one + PARAGRAPH + other)
                .orElse(text);
    }

    private Stream<String> caveats(Set<Interest> interests) {
        if (interests.contains(Interest.REASON)) {
            return Stream.of(reporter.noReason());
        }
        return interests.contains(Interest.FUTURE) ? Stream.of(reporter.noForecast()) : Stream.empty();
    }

    private List<String> ofStock(Occasion occasion, Facts facts, StockFacts stock, Set<Interest> interests) {
        MarketFacts market = facts.market();
        boolean over = market.phase() == MarketPhase.CLOSED;
        var sentences = new ArrayList<String>();
        sentences.add(reporter.lead(occasion, stock, market));
        if (stock.quote().status() == QuoteStatus.STALE) {
            sentences.add(reporter.stale());
        }
        var wanted = interests.isEmpty() || NOT_TOLD.containsAll(interests)
                ? choice.some(details(occasion, stock, market, over), DETAILS)
                : interests.stream()
                        .flatMap(interest -> about(interest, stock, market, over).stream())
                        .distinct()
                        .toList();
        sentences.addAll(wanted);
        return sentences;
    }

    private List<String> details(Occasion occasion, StockFacts stock, MarketFacts market, boolean over) {
        // A record says already where the price is among others.
        boolean range = occasion != Occasion.RECORD;
        Stream<Optional<String>> all = Stream.of(
                range ? reporter.range(stock, over) : Optional.empty(),
                reporter.volume(stock, over),
                pace(stock),
                occasion == Occasion.QUESTION ? reporter.spread(stock) : Optional.empty(),
                sector(stock, market, over),
                range ? reporter.year(stock) : Optional.empty(),
                reporter.week(stock));
        return all.flatMap(Optional::stream).toList();
    }

    // What does not trade has no pace.
    private Optional<String> pace(StockFacts stock) {
        return stock.quote().status() == QuoteStatus.TRADING ? reporter.pace(stock) : Optional.empty();
    }

    private Optional<String> sector(StockFacts stock, MarketFacts market, boolean over) {
        return market.phase() == MarketPhase.PRE
                ? Optional.empty()
                : stock.sector().map(sector -> reporter.market().sector(sector, over));
    }

    private List<String> about(Interest interest, StockFacts stock, MarketFacts market, boolean over) {
        Stream<Optional<String>> told = switch (interest) {
            case REASON, FUTURE -> Stream.of();
            case RANGE -> Stream.of(reporter.range(stock, over), reporter.year(stock));
            case VOLUME -> Stream.of(reporter.volume(stock, over), pace(stock));
            case SPREAD -> Stream.of(reporter.spread(stock));
            case SECTOR -> Stream.of(sector(stock, market, over));
            case HISTORY -> Stream.of(reporter.week(stock), reporter.year(stock));
            // One instrument is no market.
            case MARKET ->
                market.size() < 2
                        ? Stream.of()
                        : Stream.of(
                                reporter.market().breadth(market),
                                reporter.market().movers(market));
        };
        return told.flatMap(Optional::stream).toList();
    }

    private String ofMarket(Occasion occasion, Facts facts) {
        MarketFacts market = facts.market();
        MarketReporter whole = reporter.market();
        var first = new ArrayList<String>();
        first.add(whole.lead(occasion, facts));
        whole.breadth(market).ifPresent(first::add);
        var second = new ArrayList<String>();
        whole.movers(market).ifPresent(second::add);
        var more = Stream.of(whole.moreGainers(market), whole.moreLosers(market))
                .flatMap(Optional::stream)
                .toList();
        second.addAll(occasion == Occasion.QUIET ? choice.some(more, 1) : more);
        whole.sectors(market).ifPresent(second::add);
        whole.halted(occasion, market).ifPresent(second::add);
        return second.isEmpty() ? paragraph(first) : paragraph(first) + PARAGRAPH + paragraph(second);
    }

    private String paragraph(List<String> sentences) {
        return String.join(reporter.space(), sentences);
    }
}
