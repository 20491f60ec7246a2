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
            case HALTED -> "市场暂停交易。";
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
        if (market.isMostlyUnchanged()) {
            return choice.of("市场多数持平。", "多数证券价格未变。", "市场变动不大。");
        }
        if (market.isMostlyHigher()) {
            return choice.of("市场多数上涨。", "盘面涨多跌少。", "多数证券走高。", "多数证券上涨。");
        }
        return market.isMostlyLower()
                ? choice.of("市场多数下跌。", "盘面跌多涨少。", "多数证券走低。", "多数证券下跌。")
                : choice.of("市场涨跌互现。", "盘面方向不明。", "市场涨跌不一。", "盘面涨跌参半。");
    }

    private static String outcome(MarketFacts market) {
        if (market.isMostlyUnchanged()) {
            return "多数证券收平。";
        }
        if (market.isMostlyHigher()) {
            return "多数证券收涨。";
        }
        return market.isMostlyLower() ? "多数证券收跌。" : "涨跌互现。";
    }

    @Override
    public Optional<String> breadth(MarketFacts market) {
        if (market.size() < 2 || market.phase() == MarketPhase.PRE) {
            return Optional.empty();
        }
        String counts = Stream.of(
                        count(market, market.up(), "上涨"),
                        count(market, market.down(), "下跌"),
                        count(market, market.unchanged(), "持平"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("，"));
        String average = market.up() + market.down() == 0 ? "" : average(market);
        return Optional.of(
                "全市场%s只证券%s%s%s。".formatted(market.size(), counts.startsWith("全部") ? "" : "中，", counts, average));
    }

    private static String average(MarketFacts market) {
        int sign = market.percent().signum();
        if (market.up() == market.size() || market.down() == market.size()) {
            return "，平均%s%s".formatted(market.up() > 0 ? "涨幅" : "跌幅", Figures.percent(market.percent()));
        }
        String but = sign * Integer.signum(market.up() - market.down()) < 0 ? "，但" : "，";
        return "%s平均%s".formatted(but, direction(market.percent()));
    }

    private static Optional<String> count(MarketFacts market, int count, String what) {
        if (count == market.size()) {
            return Optional.of("全部" + what);
        }
        return count == 0 ? Optional.empty() : Optional.of("%s只%s".formatted(count, what));
    }

    @Override
    public Optional<String> movers(MarketFacts market) {
        Optional<String> best = market.gainers().stream().findFirst().map(mover -> of(mover, best(market)));
        Optional<String> worst = market.losers().stream().findFirst().map(mover -> of(mover, worst(market)));
        return Optional.of(Stream.of(best, worst).flatMap(Optional::stream).collect(Collectors.joining("；")))
                .filter(both -> !both.isEmpty())
                .map(both -> both + "。");
    }

    private String best(MarketFacts market) {
        if (market.up() == 1) {
            return "唯一上涨的是%s";
        }
        return MarketFacts.hasLeader(market.gainers()) ? choice.of("%s领涨", "涨幅最大的是%s") : "%s位居涨幅前列";
    }

    private String worst(MarketFacts market) {
        if (market.down() == 1) {
            return "唯一下跌的是%s";
        }
        return MarketFacts.hasLeader(market.losers()) ? choice.of("%s领跌", "跌幅最大的是%s") : "%s位居跌幅前列";
    }

    private static String of(Mover mover, String what) {
        return "%s，%s%s，报%s"
                .formatted(
                        what.formatted(name(mover.instrument())),
                        mover.percent().signum() > 0 ? "涨幅" : "跌幅",
                        Figures.percent(mover.percent()),
                        price(mover.quote().last(), mover.instrument()));
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
        if (!market.hasBestSector()) {
            return Optional.empty();
        }
        SectorFacts best = market.sectors().getFirst();
        SectorFacts worst = market.sectors().getLast();
        return Optional.of("分板块看，%s板块%s，平均%s；%s板块%s，平均%s。"
                .formatted(
                        ChineseWords.sector(best.name()),
                        best.percent().signum() < 0 ? "跌幅最小" : "表现最好",
                        direction(best.percent()),
                        ChineseWords.sector(worst.name()),
                        worst.percent().signum() > 0 ? "涨幅最小" : "表现最弱",
                        direction(worst.percent())));
    }

    @Override
    public String sector(SectorFacts sector, boolean over) {
        return "%s板块平均%s，板块内%s只证券%s。"
                .formatted(
                        ChineseWords.sector(sector.name()), direction(sector.percent()), sector.size(), higher(sector));
    }

    private static String higher(SectorFacts sector) {
        if (sector.up() == 0) {
            return "无一上涨";
        }
        return sector.up() == sector.size() ? "全部上涨" : "中有%s只上涨".formatted(sector.up());
    }

    @Override
    public Optional<String> halted(Occasion occasion, MarketFacts market) {
        String sentence = occasion == Occasion.RESUME ? "尚有%s只证券未恢复交易。" : "目前有%s只证券暂停交易。";
        return market.halted() == 0 || market.phase() != MarketPhase.OPEN
                ? Optional.empty()
                : Optional.of(sentence.formatted(market.halted()));
    }
}
