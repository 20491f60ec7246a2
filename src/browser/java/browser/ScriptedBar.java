package browser;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// A bar as the resource of a scripted server has it.
record ScriptedBar(Instant start, double open, double high, double low, double close, long volume, List<String> marks) {

    static ScriptedBar sum(List<ScriptedBar> parts) {
        return new ScriptedBar(
                parts.getFirst().start,
                parts.getFirst().open,
                parts.stream().mapToDouble(ScriptedBar::high).max().orElseThrow(),
                parts.stream().mapToDouble(ScriptedBar::low).min().orElseThrow(),
                parts.getLast().close,
                parts.stream().mapToLong(ScriptedBar::volume).sum(),
                parts.getLast().marks);
    }

    String csv(String symbol) {
        return "%s,%s,%s\r\n".formatted(symbol, start, cents(close));
    }

    String json(String symbol, String interval) {
        String listed = marks.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return """
                {"symbol":"%s","interval":"%s","start":"%s","open":%s,"high":%s,"low":%s,"close":%s,"volume":%s,\
                "trades":%s,"vwap":%s,"complete":true,"marks":[%s]}""".formatted(
                        symbol,
                        interval,
                        start,
                        cents(open),
                        cents(high),
                        cents(low),
                        cents(close),
                        volume,
                        1 + volume / 100,
                        cents((high + low + close) / 3),
                        listed);
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP);
    }
}
