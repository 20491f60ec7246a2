package tickertape.commentary.author;

import static tickertape.commentary.author.ChineseWords.direction;
import static tickertape.commentary.author.ChineseWords.name;
import static tickertape.commentary.author.ChineseWords.price;

import java.math.BigDecimal;
import java.util.Optional;
import tickertape.commentary.facts.StockFacts;
import tickertape.market.Instrument;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// The first Chinese sentence about an instrument: where its price stands, and what has happened to it.
record ChineseLead(Choice choice, StockFacts stock, Instrument instrument, Quote quote) {

    ChineseLead(Choice choice, StockFacts stock) {
        this(choice, stock, stock.instrument(), stock.quote());
    }

    String text(Occasion occasion, MarketPhase phase) {
        String now = price(quote.last(), instrument);
        if (occasion == Occasion.RECORD) {
            return record().orElseGet(() -> moved());
        }
        if (occasion == Occasion.RESUME) {
            return "%s恢复交易，最新报%s，%s。".formatted(name(instrument), now, change());
        }
        if (quote.status() == QuoteStatus.HALTED) {
            return choice.of("%s暂停交易，停牌前报%s，%s。", "%s停牌，最新报%s，%s。").formatted(name(instrument), now, change());
        }
        if (occasion == Occasion.OPEN && quote.status() == QuoteStatus.TRADING) {
            return "%s开始交易，最新报%s，%s。".formatted(name(instrument), now, change());
        }
        return switch (phase) {
            case PRE -> "市场尚未开盘，%s上一交易日收于%s。".formatted(name(instrument), now);
            case CLOSED -> closed();
            case OPEN, HALTED -> moved();
        };
    }

    private String change() {
        BigDecimal percent = quote.changePercent();
        if (percent == null) {
            return "前收盘价为" + price(quote.previousClose(), instrument);
        }
        return percent.signum() == 0 ? "与前收盘价" + flat() : "较前收盘价" + direction(percent);
    }

    // Less than the hundredth part of a percent.
    private String flat() {
        return quote.change().signum() == 0 ? "持平" : "基本持平";
    }

    private Optional<String> record() {
        Optional<String> high = stock.brokenHigh()
                .map(before -> choice.of("%s创52周新高，盘中最高触及%s，此前高点为%s。", "%s刷新52周高点至%s，突破此前的%s。")
                                .formatted(name(instrument), price(quote.high(), instrument), price(before, instrument))
                        + since(quote.high()));
        Optional<String> low = stock.brokenLow()
                .map(before -> choice.of("%s创52周新低，盘中最低触及%s，此前低点为%s。", "%s刷新52周低点至%s，跌破此前的%s。")
                                .formatted(name(instrument), price(quote.low(), instrument), price(before, instrument))
                        + since(quote.low()));
        return high.isPresent() && (low.isEmpty() || quote.change().signum() >= 0) ? high : low.or(() -> high);
    }

    // Where it stands now, if that is not the record.
    private String since(BigDecimal record) {
        return quote.last().compareTo(record) == 0 && quote.changePercent() != null
                ? "现价%s。".formatted(change())
                : "最新报%s，%s。".formatted(price(quote.last(), instrument), change());
    }

    private String moved() {
        String now = price(quote.last(), instrument);
        String before = price(quote.previousClose(), instrument);
        BigDecimal percent = quote.changePercent();
        if (percent == null || percent.signum() == 0) {
            return "%s报%s，%s。".formatted(name(instrument), now, change());
        }
        boolean up = percent.signum() > 0;
        String size = Figures.percent(percent);
        return switch (choice.of(1, 2, 3, 4)) {
            case 1 -> "%s%s%s，报%s。".formatted(name(instrument), up ? "涨" : "跌", size, now);
            case 2 -> "%s%s，最新报%s，%s%s。".formatted(name(instrument), up ? "走高" : "走低", now, up ? "涨幅" : "跌幅", size);
            case 3 -> "%s现报%s，较前收盘价%s%s%s。".formatted(name(instrument), now, before, up ? "上涨" : "下跌", size);
            default ->
                "%s%s%s至%s，%s%s。"
                        .formatted(
                                name(instrument),
                                up ? "上涨" : "下跌",
                                price(quote.change().abs(), instrument),
                                now,
                                up ? "涨幅" : "跌幅",
                                size);
        };
    }

    private String closed() {
        String now = price(quote.last(), instrument);
        BigDecimal percent = quote.changePercent();
        if (percent == null || percent.signum() == 0) {
            return "%s收报%s，%s。".formatted(name(instrument), now, change());
        }
        boolean up = percent.signum() > 0;
        return choice.of(true, false)
                ? "%s收%s%s，报%s。".formatted(name(instrument), up ? "涨" : "跌", Figures.percent(percent), now)
                : "截至收盘，%s报%s，%s。".formatted(name(instrument), now, direction(percent));
    }
}
