package tickertape.commentary.author;

import static tickertape.commentary.author.ChineseWords.direction;
import static tickertape.commentary.author.ChineseWords.name;
import static tickertape.commentary.author.ChineseWords.price;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.Mover;
import tickertape.commentary.facts.SectorFacts;
import tickertape.wire.MarketPhase;

/// The Chinese sentences about the market as a whole.
record ChineseMarket(Choice choice) implements MarketReporter {

    @Override
    public String lead(Occasion occasion, Facts facts) {
        MarketFacts market = facts.market();
        return switch (market.phase()) {
            case PRE -> "市场尚未开盘。";
            case HALTED -> "全市场暂停交易。";
            case CLOSED -> choice.of("今日交易结束，", "市场收盘，") + outcome(market);
            case OPEN ->
                switch (occasion) {
                    case OPEN -> choice.of("市场开盘。", "今日交易开始。");
                    case RESUME -> "市场恢复交易。";
                    default -> tone(market);
                };
        };
    }

    private String tone(MarketFacts market) {
        if (market.isMostlyHigher()) {
            return choice.of("市场多数上涨。", "盘面涨多跌少。");
        }
        return market.isMostlyLower() ? choice.of("市场多数下跌。", "盘面跌多涨少。") : choice.of("市场涨跌互现。", "盘面方向不明。");
    }

    private static String outcome(MarketFacts market) {
        if (market.isMostlyHigher()) {
            return "多数证券收涨。";
        }
        return market.isMostlyLower() ? "多数证券收跌。" : "涨跌互现。";
    }

    @Override
    public String breadth(MarketFacts market) {
        String counts = Stream.of(count(market.up(), "上涨"), count(market.down(), "下跌"), count(market.unchanged(), "持平"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("，"));
        return "全市场%s只证券中，%s，平均%s。".formatted(market.size(), counts, direction(market.percent()));
    }

    private static Optional<String> count(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of("%s只%s".formatted(count, what));
    }

    @Override
    public Optional<String> movers(MarketFacts market) {
        Optional<String> best = market.gainers().stream()
                .findFirst()
                .map(mover -> choice.of("%s领涨，%s，报%s", "涨幅最大的是%s，%s，报%s")
                        .formatted(name(mover.instrument()), direction(mover.percent()), now(mover)));
        Optional<String> worst = market.losers().stream()
                .findFirst()
                .map(mover -> choice.of("%s领跌，%s，报%s", "跌幅最大的是%s，%s，报%s")
                        .formatted(name(mover.instrument()), direction(mover.percent()), now(mover)));
        if (best.isPresent() && worst.isPresent()) {
            return Optional.of(best.get() + "；" + worst.get() + "。");
        }
        return best.or(() -> worst).map(one -> one + "。");
    }

    private static String now(Mover mover) {
        return price(mover.quote().last(), mover.instrument());
    }

    @Override
    public Optional<String> moreGainers(MarketFacts market) {
        return more(market.gainers(), "涨幅居前的还有");
    }

    @Override
    public Optional<String> moreLosers(MarketFacts market) {
        return more(market.losers(), "跌幅居前的还有");
    }

    private static Optional<String> more(List<Mover> movers, String beginning) {
        return movers.size() < 2
                ? Optional.empty()
                : Optional.of(beginning + ChineseWords.list(movers.subList(1, movers.size())) + "。");
    }

    @Override
    public Optional<String> sectors(MarketFacts market) {
        List<SectorFacts> sectors = market.sectors();
        if (sectors.size() < 2) {
            return Optional.empty();
        }
        SectorFacts best = sectors.getFirst();
        SectorFacts worst = sectors.getLast();
        return Optional.of("分板块看，%s表现最好，平均%s；%s表现最弱，平均%s。"
                .formatted(
                        ChineseWords.sector(best.name()),
                        direction(best.percent()),
                        ChineseWords.sector(worst.name()),
                        direction(worst.percent())));
    }

    @Override
    public Optional<String> halted(MarketFacts market) {
        return market.halted() == 0 || market.phase() != MarketPhase.OPEN
                ? Optional.empty()
                : Optional.of("目前有%s只证券暂停交易。".formatted(market.halted()));
    }
}
