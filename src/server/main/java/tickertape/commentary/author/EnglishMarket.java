package tickertape.commentary.author;

import static tickertape.commentary.author.EnglishWords.direction;
import static tickertape.commentary.author.EnglishWords.ended;
import static tickertape.commentary.author.EnglishWords.name;
import static tickertape.commentary.author.EnglishWords.price;

import java.util.List;
import java.util.Optional;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.Mover;
import tickertape.commentary.facts.SectorFacts;
import tickertape.wire.MarketPhase;

/// The English sentences about the market as a whole.
record EnglishMarket(Choice choice) implements MarketReporter {

    @Override
    public String lead(Occasion occasion, Facts facts) {
        MarketFacts market = facts.market();
        return switch (market.phase()) {
            case PRE -> "Trading has yet to begin.";
            case HALTED -> "Trading in all securities is suspended.";
            case CLOSED -> choice.of("The session is over. ", "Trading has ended for the day. ") + outcome(market);
            case OPEN ->
                switch (occasion) {
                    case OPEN -> choice.of("Trading has begun.", "The session is under way.");
                    case RESUME -> "Trading has resumed.";
                    default -> tone(market);
                };
        };
    }

    private String tone(MarketFacts market) {
        if (market.isMostlyUnchanged()) {
            return choice.of(
                    "Most prices are unchanged.", "Most prices have not moved.", "The market is little changed.");
        }
        if (market.isMostlyHigher()) {
            return choice.of(
                    "Most prices are higher.",
                    "Most of the market is higher.",
                    "Gains prevail.",
                    "The market is mostly higher.");
        }
        return market.isMostlyLower()
                ? choice.of(
                        "Most prices are lower.",
                        "Most of the market is lower.",
                        "Losses prevail.",
                        "The market is mostly lower.")
                : choice.of(
                        "The market is mixed.",
                        "The market shows no clear direction.",
                        "Prices are mixed.",
                        "The picture is mixed.");
    }

    private static String outcome(MarketFacts market) {
        if (market.isMostlyUnchanged()) {
            return "Most prices ended unchanged.";
        }
        if (market.isMostlyHigher()) {
            return "Most prices ended higher.";
        }
        return market.isMostlyLower() ? "Most prices ended lower." : "Prices ended mixed.";
    }

    @Override
    public Optional<String> breadth(MarketFacts market) {
        return market.size() < 2 || market.phase() == MarketPhase.PRE
                ? Optional.empty()
                : Optional.of(new EnglishBreadth(market, isOver(market)).text());
    }

    private static boolean isOver(MarketFacts market) {
        return market.phase() == MarketPhase.CLOSED;
    }

    @Override
    public Optional<String> movers(MarketFacts market) {
        Optional<String> best = market.gainers().stream().findFirst().map(mover -> best(market, mover));
        Optional<String> worst = market.losers().stream().findFirst().map(mover -> worst(market, mover));
        if (best.isPresent() && worst.isPresent()) {
            return Optional.of(best.get() + "; " + worst.get() + ".");
        }
        return best.or(() -> worst).map(one -> one + ".");
    }

    private String best(MarketFacts market, Mover mover) {
        boolean over = isOver(market);
        if (market.up() == 1) {
            return of(mover, over ? "was the only gainer" : "is the only gainer");
        }
        if (!MarketFacts.hasLeader(market.gainers())) {
            return of(mover, over ? "was among the biggest gainers" : "is among the biggest gainers");
        }
        return of(
                mover,
                over
                        ? choice.of("led the gainers", "gained the most")
                        : choice.of("leads the gainers", "has gained the most"));
    }

    private String worst(MarketFacts market, Mover mover) {
        boolean over = isOver(market);
        if (market.down() == 1) {
            return of(mover, over ? "was the only decliner" : "is the only decliner");
        }
        if (!MarketFacts.hasLeader(market.losers())) {
            return of(mover, over ? "was among the biggest losers" : "is among the biggest losers");
        }
        return of(
                mover,
                over
                        ? choice.of("fell the furthest", "was the weakest")
                        : choice.of("has fallen the furthest", "is the weakest"));
    }

    private static String of(Mover mover, String what) {
        return "%s %s, %s at %s"
                .formatted(
                        name(mover.instrument()),
                        what,
                        direction(mover.percent()),
                        price(mover.quote().last(), mover.instrument()));
    }

    @Override
    public Optional<String> moreGainers(MarketFacts market) {
        return more(market.gainers(), "higher");
    }

    @Override
    public Optional<String> moreLosers(MarketFacts market) {
        return more(market.losers(), "lower");
    }

    private static Optional<String> more(List<Mover> movers, String direction) {
        return movers.size() < 2
                ? Optional.empty()
                : Optional.of("Also %s: %s.".formatted(direction, EnglishWords.list(movers.subList(1, movers.size()))));
    }

    @Override
    public Optional<String> sectors(MarketFacts market) {
        if (!market.hasBestSector()) {
            return Optional.empty();
        }
        SectorFacts best = market.sectors().getFirst();
        SectorFacts worst = market.sectors().getLast();
        String is = isOver(market) ? "was" : "is";
        String leader = best.percent().signum() > 0
                ? choice.of("The strongest sector", "The best sector")
                : "The most resilient sector";
        return Optional.of("%s %s %s, with %s; the weakest %s %s, with %s."
                .formatted(
                        leader,
                        is,
                        best.name(),
                        EnglishWords.average(best.percent()),
                        is,
                        worst.name(),
                        EnglishWords.average(worst.percent())));
    }

    @Override
    public String sector(SectorFacts sector, boolean over) {
        String move = over ? "ended " + ended(sector.percent()) : "is " + direction(sector.percent());
        return "The %s sector %s on average, with %s higher.".formatted(sector.name(), move, higher(sector));
    }

    private static String higher(SectorFacts sector) {
        boolean pair = sector.size() == 2;
        if (sector.up() == 0) {
            return pair ? "neither of its 2 members" : "none of its %s members".formatted(sector.size());
        }
        if (sector.up() == sector.size()) {
            return pair ? "both of its members" : "all %s of its members".formatted(sector.size());
        }
        return "%s of its %s members".formatted(sector.up(), sector.size());
    }

    @Override
    public Optional<String> halted(Occasion occasion, MarketFacts market) {
        String what = occasion == Occasion.RESUME ? "has yet to resume" : "is suspended";
        return market.halted() == 0 || market.phase() != MarketPhase.OPEN
                ? Optional.empty()
                : Optional.of("Trading in %s %s."
                        .formatted(market.halted() == 1 ? "1 security" : market.halted() + " securities", what));
    }
}
