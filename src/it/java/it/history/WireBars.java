package it.history;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up trades as they came over the wire, without the application's code.
public final class WireBars {

    private final Duration length;
    private final Map<Instant, List<JsonObject>> trades = new TreeMap<>();

    /// @param length of the bars: at most an hour
    public WireBars(Duration length) {
        this.length = length;
    }

    public void add(JsonObject trade) {
        trades.computeIfAbsent(start(Instant.parse(trade.getString("time"))), first -> new ArrayList<>())
                .add(trade);
    }

    public Instant start(Instant time) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /// The bars that begin in a range.
    public List<Figures> between(Instant from, Instant to) {
        return trades.entrySet().stream()
                .filter(bar -> !bar.getKey().isBefore(from) && bar.getKey().isBefore(to))
                .map(bar -> Figures.of(bar.getKey(), bar.getValue()))
                .toList();
    }

    /// What a bar says, in a form that can be compared.
    public record Figures(
            Instant start, String open, String high, String low, String close, String volume, long trades) {

        static Figures of(Instant start, List<JsonObject> trades) {
            List<BigDecimal> prices =
                    trades.stream().map(trade -> decimal(trade, "price")).toList();
            return new Figures(
                    start,
                    plain(prices.getFirst()),
                    plain(prices.stream().reduce(BigDecimal::max).orElseThrow()),
                    plain(prices.stream().reduce(BigDecimal::min).orElseThrow()),
                    plain(prices.getLast()),
                    plain(trades.stream()
                            .map(trade -> decimal(trade, "size"))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                    trades.size());
        }

        /// What the server says of a bar.
        public static Figures of(JsonObject candle) {
            return new Figures(
                    Instant.parse(candle.getString("start")),
                    plain(decimal(candle, "open")),
                    plain(decimal(candle, "high")),
                    plain(decimal(candle, "low")),
                    plain(decimal(candle, "close")),
                    plain(decimal(candle, "volume")),
                    candle.getJsonNumber("trades").longValueExact());
        }

        static BigDecimal decimal(JsonObject object, String name) {
            return object.getJsonNumber(name).bigDecimalValue();
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }
}
