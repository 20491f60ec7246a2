package tickertape.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tickertape.wire.Trade;

/// Adds up trades to bars in the plainest way there is: what the server makes must be the same.
final class Bars {

    private Bars() {}

    static List<Bar> of(Interval interval, BarCalendar calendar, List<Trade> trades) {
        var byStart = new TreeMap<Instant, List<Trade>>();
        for (Trade trade : trades) {
            byStart.computeIfAbsent(calendar.start(interval, trade.time()), start -> new ArrayList<>())
                    .add(trade);
        }
        return byStart.entrySet().stream()
                .map(entry -> bar(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Bar bar(Instant start, List<Trade> trades) {
        List<BigDecimal> prices = trades.stream().map(Trade::price).toList();
        return new Bar(
                start,
                prices.getFirst(),
                prices.stream().max(BigDecimal::compareTo).orElseThrow(),
                prices.stream().min(BigDecimal::compareTo).orElseThrow(),
                prices.getLast(),
                trades.stream().map(Trade::size).reduce(BigDecimal.ZERO, BigDecimal::add),
                trades.stream()
                        .map(trade -> trade.price().multiply(trade.size()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                trades.size(),
                Marks.NONE);
    }
}
