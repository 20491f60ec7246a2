package tickertape.commentary.author;

import static tickertape.commentary.author.EnglishWords.direction;
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
        if (market.isMostlyHigher()) {
            return choice.of("Most prices are higher.", "Gains prevail.");
        }
        return market.isMostlyLower()
                ? choice.of("Most prices are lower.", "Losses prevail.")
                : choice.of("The market is mixed.", "The market shows no clear direction.");
    }

    private static String outcome(MarketFacts market) {
        if (market.isMostlyHigher()) {
            return "Most prices ended higher.";
        }
        return market.isMostlyLower() ? "Most prices ended lower." : "Prices ended mixed.";
    }

    @Override
    public String breadth(MarketFacts market) {
        boolean none = market.unchanged() == 0 || market.unchanged() == market.size();
        String rest = none ? "" : ", with %s unchanged".formatted(market.unchanged());
        String average = market.percent().signum() == 0
                ? "on average, prices are flat."
                : "the average change is a %s of %s."
                        .formatted(market.percent().signum() > 0 ? "gain" : "loss", Figures.percent(market.percent()));
        return count(market) + rest + "; " + average;
    }

    private static String count(MarketFacts market) {
        int up = market.up();
        int down = market.down();
        if (up == 0 && down == 0) {
            return "No price has changed";
        }
        if (down == 0) {
            return "No price has fallen, and %s %s higher".formatted(up, up == 1 ? "is" : "are");
        }
        if (up == 0) {
            return "No price has risen, and %s %s lower".formatted(down, down == 1 ? "is" : "are");
        }
        if (up == down) {
            return "Advancers and decliners are even at %s each".formatted(up);
        }
        return up > down
                ? "Advancers outnumber decliners by %s to %s".formatted(up, down)
                : "Decliners outnumber advancers by %s to %s".formatted(down, up);
    }

    @Override
    public Optional<String> movers(MarketFacts market) {
        Optional<String> best = market.gainers().stream()
                .findFirst()
                .map(mover -> choice.of("%s leads the gainers, %s at %s", "%s has gained most, %s at %s")
                        .formatted(name(mover.instrument()), direction(mover.percent()), now(mover)));
        Optional<String> worst = market.losers().stream()
                .findFirst()
                .map(mover -> choice.of("%s has fallen furthest, %s at %s", "%s is the weakest, %s at %s")
                        .formatted(name(mover.instrument()), direction(mover.percent()), now(mover)));
        if (best.isPresent() && worst.isPresent()) {
            return Optional.of(best.get() + "; " + worst.get() + ".");
        }
        return best.or(() -> worst).map(one -> one + ".");
    }

    private static String now(Mover mover) {
        return price(mover.quote().last(), mover.instrument());
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
        List<SectorFacts> sectors = market.sectors();
        if (sectors.size() < 2) {
            return Optional.empty();
        }
        SectorFacts best = sectors.getFirst();
        SectorFacts worst = sectors.getLast();
        return Optional.of(choice.of(
                        "Among the sectors, %s does best, with %s; %s does worst, with %s.",
                        "By sector, %s is strongest, with %s, and %s weakest, with %s.")
                .formatted(
                        best.name(),
                        EnglishWords.average(best.percent()),
                        worst.name(),
                        EnglishWords.average(worst.percent())));
    }

    @Override
    public Optional<String> halted(MarketFacts market) {
        return market.halted() == 0 || market.phase() != MarketPhase.OPEN
                ? Optional.empty()
                : Optional.of("Securities in which trading is suspended: %s.".formatted(market.halted()));
    }
}
