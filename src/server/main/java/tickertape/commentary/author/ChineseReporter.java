package tickertape.commentary.author;

import static tickertape.commentary.author.ChineseWords.again;
import static tickertape.commentary.author.ChineseWords.direction;
import static tickertape.commentary.author.ChineseWords.name;
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
    public Optional<String> volume(StockFacts stock) {
        Instrument instrument = stock.instrument();
        String volume = ChineseWords.volume(stock.quote().volume(), instrument);
        if (stock.quote().volume().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(stock.usualVolume()
                .map(usual -> choice.of("成交量%s，过去%s个交易日日均%s。", "今日已成交%s，近%s个交易日日均成交%s。")
                        .formatted(volume, stock.usualDays(), ChineseWords.volume(usual, instrument)))
                .orElseGet(() -> "成交量%s。".formatted(volume)));
    }

    @Override
    public Optional<String> pace(StockFacts stock) {
        return stock.pace().map(pace -> {
            Instrument instrument = stock.instrument();
            return "%s过去%s分钟成交%s，此前平均同等时长成交%s。"
                    .formatted(
                            tempo(pace),
                            pace.window().toMinutes(),
                            ChineseWords.volume(pace.recent(), instrument),
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
                                                .map(points -> "，合%s个基点".formatted(Figures.plain(points)))
                                                .orElse("")));
    }

    @Override
    public Optional<String> sector(StockFacts stock) {
        return stock.sector()
                .map(sector -> "%s板块平均%s，%s只证券中有%s只上涨。"
                        .formatted(
                                ChineseWords.sector(sector.name()),
                                direction(sector.percent()),
                                sector.size(),
                                sector.up()));
    }

    @Override
    public Optional<String> year(StockFacts stock) {
        Instrument instrument = stock.instrument();
        BigDecimal last = stock.quote().last();
        return stock.yearHigh()
                .flatMap(high -> stock.yearLow().map(low -> {
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
        return stock.weekChange().map(percent -> "与五个交易日前的收盘价相比，现价%s。".formatted(direction(percent)));
    }

    @Override
    public String stale(StockFacts stock) {
        return "%s已有一段时间没有新的行情，价格可能不是最新。".formatted(name(stock.instrument()));
    }

    @Override
    public String noReason() {
        return choice.of("行情本身不说明涨跌的原因，能看到的是：", "价格不会说明原因，目前的情况如下：");
    }

    @Override
    public String noForecast() {
        return choice.of("后市无从预知，以下内容不构成投资建议，仅为目前的情况：", "不作预测，也不构成投资建议，目前的情况是：");
    }

    @Override
    public String nothing() {
        return "目前还没有行情。";
    }
}
