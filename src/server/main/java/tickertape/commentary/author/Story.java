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
        if (stock.quote().status() == QuoteStatus.STALE) {
            sentences.add(reporter.stale(stock));
        }
        sentences.add(reporter.lead(occasion, stock, market));
        var wanted = interests.isEmpty() || NOT_TOLD.containsAll(interests)
                ? choice.some(details(stock, over, occasion), DETAILS)
                : interests.stream()
                        .flatMap(interest -> about(interest, stock, market, over).stream())
                        .distinct()
                        .toList();
        sentences.addAll(wanted);
        return sentences;
    }

    private List<String> details(StockFacts stock, boolean over, Occasion occasion) {
        Stream<Optional<String>> all = Stream.of(
                reporter.range(stock, over),
                reporter.volume(stock),
                reporter.pace(stock),
                occasion == Occasion.QUESTION ? reporter.spread(stock) : Optional.empty(),
                reporter.sector(stock),
                // A record says this already.
                occasion == Occasion.RECORD ? Optional.empty() : reporter.year(stock),
                reporter.week(stock));
        return all.flatMap(Optional::stream).toList();
    }

    private List<String> about(Interest interest, StockFacts stock, MarketFacts market, boolean over) {
        Stream<Optional<String>> told = switch (interest) {
            case REASON, FUTURE -> Stream.of();
            case RANGE -> Stream.of(reporter.range(stock, over), reporter.year(stock));
            case VOLUME -> Stream.of(reporter.volume(stock), reporter.pace(stock));
            case SPREAD -> Stream.of(reporter.spread(stock));
            case SECTOR -> Stream.of(reporter.sector(stock));
            case HISTORY -> Stream.of(reporter.week(stock), reporter.year(stock));
            case MARKET ->
                Stream.of(
                        Optional.of(reporter.market().breadth(market)),
                        reporter.market().movers(market));
        };
        return told.flatMap(Optional::stream).toList();
    }

    private String ofMarket(Occasion occasion, Facts facts) {
        MarketFacts market = facts.market();
        MarketReporter whole = reporter.market();
        var first = List.of(whole.lead(occasion, facts), whole.breadth(market));
        var second = new ArrayList<String>();
        whole.movers(market).ifPresent(second::add);
        var more = Stream.of(whole.moreGainers(market), whole.moreLosers(market))
                .flatMap(Optional::stream)
                .toList();
        second.addAll(occasion == Occasion.QUIET ? choice.some(more, 1) : more);
        whole.sectors(market).ifPresent(second::add);
        whole.halted(market).ifPresent(second::add);
        return second.isEmpty() ? paragraph(first) : paragraph(first) + PARAGRAPH + paragraph(second);
    }

    private String paragraph(List<String> sentences) {
        return String.join(reporter.space(), sentences);
    }
}
