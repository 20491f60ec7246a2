package tickertape.commentary.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tickertape.wire.MarketPhase;
import tickertape.wire.QuoteStatus;

/// Adds up single instruments to what is so of sectors and of the market.
final class MarketSummary {

    private static final int MOST_MOVERS = 3;

    /// What feeds say in place of a sector; and funds are in none.
    private static final Set<String> NO_SECTORS = Set.of("Recorded", "Synthetic", "Index Funds");

    private MarketSummary() {}

    static MarketFacts of(MarketPhase phase, List<Mover> all) {
        List<Mover> best = all.stream()
                .sorted(Comparator.comparing(Mover::percent).reversed())
                .toList();
        Map<String, List<Mover>> sectors = new TreeMap<>();
        all.forEach(each -> sectors.computeIfAbsent(each.instrument().sector(), _ -> new ArrayList<>())
                .add(each));
        return new MarketFacts(
                phase,
                all.size(),
                mean(all),
                count(all, 1),
                count(all, -1),
                (int) all.stream()
                        .filter(each -> each.quote().status() == QuoteStatus.HALTED)
                        .count(),
                best.stream()
                        .filter(each -> each.percent().signum() > 0)
                        .limit(MOST_MOVERS)
                        .toList(),
                best.reversed().stream()
                        .filter(each -> each.percent().signum() < 0)
                        .limit(MOST_MOVERS)
                        .toList(),
                sectors.entrySet().stream()
                        .filter(sector -> sector.getValue().size() > 1 && !NO_SECTORS.contains(sector.getKey()))
                        .map(sector -> sector(sector.getKey(), sector.getValue()))
                        .sorted(Comparator.comparing(SectorFacts::percent).reversed())
                        .toList());
    }

    private static SectorFacts sector(String name, List<Mover> members) {
        return new SectorFacts(name, members.size(), mean(members), count(members, 1), count(members, -1));
    }

    private static int count(List<Mover> movers, int sign) {
        return (int) movers.stream()
                .filter(mover -> mover.quote().change().signum() == sign)
                .count();
    }

    private static BigDecimal mean(List<Mover> movers) {
        return movers.isEmpty()
                ? BigDecimal.ZERO
                : movers.stream()
                        .map(Mover::percent)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(movers.size()), 2, RoundingMode.HALF_UP);
    }
}
