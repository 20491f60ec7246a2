package tickertape.commentary.author;

import static tickertape.commentary.author.ChineseWords.again;
import static tickertape.commentary.author.ChineseWords.direction;
import static tickertape.commentary.author.ChineseWords.price;

import java.math.BigDecimal;
import java.util.Optional;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.StockFacts;
import tickertape.commentary.facts.VolumePace;
import tickertape.market.Instrument;
import tickertape.wire.Quote;

/// Writes in Chinese, as a market reporter does.
record ChineseReporter(Choice choice) implements Reporter {

    @Override
    public String space() {
        return "";
    }

    @Override
    public String lead(Occasion occasion, StockFacts stock, MarketFacts market) {
        return new ChineseLead(choice, stock).text(occasion, market.phase());
    }

    @Override
    public MarketReporter market() {
        return new ChineseMarket(choice);
    }

    @Override
    public Optional<String> range(StockFacts stock, boolean over) {
        Instrument instrument = stock.instrument();
        Quote quote = stock.quote();
        if (quote.low().compareTo(quote.high()) == 0) {
            return Optional.empty();
        }
        String sentence = over
                ? "当日开盘价%s，最高%s，最低%s。"
                : choice.of("今日开盘价%s，盘中最高%s，最低%s。", again(instrument) + "今日以%s开盘，最高见%s，最低见%s。");
        return Optional.of(sentence.formatted(
                price(quote.open(), instrument), price(quote.high(), instrument), price(quote.low(), instrument)));
    }

    @Override
    public Optional<String> volume(StockFacts stock, boolean over) {
        Instrument instrument = stock.instrument();
        if (stock.quote().volume().signum() == 0) {
            return Optional.empty();
        }
        String sentence = over ? choice.of("全天成交%s", "当日成交量为%s") : choice.of("目前成交量为%s", "今日已成交%s");
        return Optional.of(sentence.formatted(ChineseWords.volume(stock.quote().volume(), instrument))
                + stock.usualVolume()
                        .map(usual ->
                                "，此前%s个交易日日均成交%s".formatted(stock.usualDays(), ChineseWords.volume(usual, instrument)))
                        .orElse("")
                + "。");
    }

    @Override
    public Optional<String> pace(StockFacts stock) {
        return stock.pace().map(pace -> {
            Instrument instrument = stock.instrument();
            long minutes = pace.window().toMinutes();
            return pace.recent().signum() == 0
                    ? "过去%s分钟没有成交。".formatted(minutes)
                    : "%s过去%s分钟成交%s，截至目前平均每%s分钟成交%s。"
                            .formatted(
                                    tempo(pace),
                                    minutes,
                                    ChineseWords.volume(pace.recent(), instrument),
                                    minutes,
                                    ChineseWords.volume(pace.usual(), instrument));
        });
    }

    private static String tempo(VolumePace pace) {
        if (pace.isBusy()) {
            return "交投转为活跃，";
        }
        return pace.isSlow() ? "交投转淡，" : "";
    }

    @Override
    public Optional<String> spread(StockFacts stock) {
        Instrument instrument = stock.instrument();
        BigDecimal bid = stock.quote().bid();
        BigDecimal ask = stock.quote().ask();
        return bid == null || ask == null
                ? Optional.empty()
                : stock.spread()
                        .map(spread -> "买一价%s，卖一价%s，价差%s%s。"
                                .formatted(
                                        price(bid, instrument),
                                        price(ask, instrument),
                                        price(spread, instrument),
                                        stock.spreadPoints()
                                                .map(points -> "，合%s个基点".formatted(Figures.shortest(points)))
                                                .orElse("")));
    }

    @Override
    public Optional<String> year(StockFacts stock) {
        Instrument instrument = stock.instrument();
        BigDecimal last = stock.quote().last();
        return stock.yearHigh()
                .flatMap(high -> stock.yearLow()
                        .filter(low -> low.compareTo(high) < 0)
                        .map(low -> {
                            String range = "今日之前的52周内，%s最高%s，最低%s"
                                    .formatted(again(instrument), price(high, instrument), price(low, instrument));
                            return StockFacts.percent(last, high)
                                    .filter(percent -> percent.signum() < 0)
                                    .map(percent -> "%s，现价较该高点低%s。".formatted(range, Figures.percent(percent)))
                                    .orElse(range + "。");
                        }));
    }

    @Override
    public Optional<String> week(StockFacts stock) {
        return stock.weekChange()
                .map(percent -> percent.signum() == 0
                        ? "现价与五个交易日前的收盘价基本持平。"
                        : "现价较五个交易日前的收盘价%s。".formatted(direction(percent)));
    }

    @Override
    public String stale() {
        return "行情已有一段时间没有更新，上述价格可能不是最新。";
    }

    @Override
    public String noReason() {
        return choice.of("行情本身不说明涨跌的原因，能看到的是：", "价格不会说明原因，目前的情况如下：");
    }

    @Override
    public String noForecast() {
        return choice.of("后市难以预料，以下仅为目前的情况，不构成投资建议：", "以下不作预测，也不构成投资建议，只说目前的情况：");
    }

    @Override
    public String nothing() {
        return "目前还没有行情。";
    }
}
