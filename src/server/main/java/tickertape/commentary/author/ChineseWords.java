package tickertape.commentary.author;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tickertape.commentary.facts.Mover;
import tickertape.market.Instrument;

/// How names, prices and changes are written in Chinese. Names of companies stay as the feed has them.
final class ChineseWords {

    private static final Map<String, String> CURRENCIES = Map.of(
            "USD", "美元", "EUR", "欧元", "GBP", "英镑", "JPY", "日元", "HKD", "港元", "CNY", "元", "CHF", "瑞士法郎", "SEK", "瑞典克朗");

    private static final Map<String, String> SECTORS = Map.ofEntries(
            Map.entry("Communication Services", "通信服务"),
            Map.entry("Consumer Discretionary", "可选消费"),
            Map.entry("Consumer Staples", "必需消费"),
            Map.entry("Energy", "能源"),
            Map.entry("Financials", "金融"),
            Map.entry("Health Care", "医疗保健"),
            Map.entry("Industrials", "工业"),
            Map.entry("Information Technology", "信息技术"),
            Map.entry("Materials", "原材料"),
            Map.entry("Real Estate", "房地产"),
            Map.entry("Utilities", "公用事业"));

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    private ChineseWords() {}

    static String name(Instrument instrument) {
        return Figures.name(instrument, "（", "）");
    }

    /// What it is called when its name was just said.
    static String again(Instrument instrument) {
        if (Figures.isFund(instrument)) {
            return "该基金";
        }
        return Figures.isShare(instrument) ? "该股" : "该品种";
    }

    static String sector(String name) {
        return SECTORS.getOrDefault(name, name);
    }

    static String price(BigDecimal price, Instrument instrument) {
        return Figures.plain(price) + CURRENCIES.getOrDefault(instrument.currency(), " " + instrument.currency());
    }

    static String volume(BigDecimal volume, Instrument instrument) {
        return amount(volume) + unit(instrument);
    }

    private static String amount(BigDecimal volume) {
        if (volume.compareTo(TEN_THOUSAND) < 0) {
            return Figures.units(volume);
        }
        BigDecimal inTenThousands = Figures.in(TEN_THOUSAND, volume);
        return inTenThousands.compareTo(TEN_THOUSAND) < 0
                ? Figures.shortest(inTenThousands) + "万"
                : Figures.shortest(Figures.in(HUNDRED_MILLION, volume)) + "亿";
    }

    private static String unit(Instrument instrument) {
        if (Figures.isFund(instrument)) {
            return "份";
        }
        return Figures.isShare(instrument) ? "股" : "个单位";
    }

    /// Such as `上涨2.31%`.
    static String direction(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "上涨" + Figures.percent(percent);
            case -1 -> "下跌" + Figures.percent(percent);
            default -> "持平";
        };
    }

    /// Such as `Apple（AAPL）上涨2.31%、Tesla（TSLA）上涨1.90%`.
    static String list(List<Mover> movers) {
        return String.join(
                "、",
                movers.stream()
                        .map(mover -> name(mover.instrument()) + direction(mover.percent()))
                        .toList());
    }
}
