package it.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When each change of the market happened, according to one observer. Other threads may use it when its
/// thread has ended.
final class Changes {

    private final Map<String, Map<Long, Instant>> made = new HashMap<>();

    void witness(QuoteText quote) {
        made.computeIfAbsent(quote.symbol(), _ -> new HashMap<>()).put(quote.seq(), quote.time());
    }

    /// How late the clients learnt of the changes of this time.
    Staleness staleness(List<Knowledge> clients, Instant from, Instant to) {
        var delays = new ArrayList<Long>();
        long unseen = 0;
        for (Knowledge client : clients) {
            for (var symbol : made.entrySet()) {
                long next = 0;
                for (Knowledge.Known known : client.of(symbol.getKey())) {
                    // The client may have known its first value earlier.
                    for (long seq = next == 0 ? known.seq() + 1 : next; seq <= known.seq(); seq++) {
                        Instant time = symbol.getValue().getOrDefault(seq, Instant.EPOCH);
                        if (!time.isBefore(from) && time.isBefore(to)) {
                            delays.add(Duration.between(time, known.since()).toNanos() / 1000);
                            unseen += seq < known.seq() ? 1 : 0;
                        }
                    }
                    next = known.seq() + 1;
                }
            }
        }
        Collections.sort(delays);
        return new Staleness(delays, unseen);
    }

    /// How late clients learnt of changes.
    ///
    /// @param micros the delays, sorted
    /// @param unseen how many changes were replaced by a later one before the client saw them
    record Staleness(List<Long> micros, long unseen) {

        long meanMillis() {
            return Math.round(
                    micros.stream().mapToLong(micro -> micro).average().orElseThrow() / 1000);
        }

        long percentileMillis(int percent) {
            return micros.get((micros.size() - 1) * percent / 100) / 1000;
        }

        double unseenPercent() {
            return 100.0 * unseen / micros.size();
        }
    }
}
