package tickertape.commentary.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many tokens each caller, and all together, may use in an hour. What a text may use at most is taken when it
/// begins, and what it has not used is given back. Safe for any thread.
final class TokenBudget {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final long perCaller;
    private final long inAll;
    private final LongSupplier nanoTime;
    private final Map<String, Long> used = new HashMap<>();
    private final Map<Long, Reservation> reservations = new LinkedHashMap<>();
    private long all;
    private long numbers;

    private record Reservation(String caller, long tokens, long nanos) {}

    /// @param nanoTime a monotonic clock
    TokenBudget(long perCaller, long inAll, LongSupplier nanoTime) {
        this.perCaller = perCaller;
        this.inAll = inAll;
        this.nanoTime = nanoTime;
    }

    /// Takes what a text may use.
    ///
    /// @param caller empty for a text that is for everybody
    /// @return a number to settle it by; negative if there is not so much left
    synchronized long reserve(String caller, long tokens) {
        forget();
        boolean free = caller.isEmpty() || used.getOrDefault(caller, 0L) + tokens <= perCaller;
        if (!free || all + tokens > inAll) {
            return -1;
        }
        add(caller, tokens);
        reservations.put(++numbers, new Reservation(caller, tokens, nanoTime.getAsLong()));
        return numbers;
    }

    /// Gives back what was not used.
    synchronized void settle(long number, long tokens) {
        Reservation before = reservations.get(number);
        if (before != null) {
            add(before.caller(), tokens - before.tokens());
            reservations.put(number, new Reservation(before.caller(), tokens, before.nanos()));
        }
    }

    private void add(String caller, long tokens) {
        all += tokens;
        used.merge(caller, tokens, Long::sum);
    }

    private void forget() {
        long now = nanoTime.getAsLong();
        var each = reservations.values().iterator();
        while (each.hasNext()) {
            Reservation oldest = each.next();
            if (now - oldest.nanos() < HOUR) {
                return;
            }
            each.remove();
            add(oldest.caller(), -oldest.tokens());
            used.computeIfPresent(oldest.caller(), (_, left) -> left <= 0 ? null : left);
        }
    }

    /// How many tokens were used in the last hour.
    synchronized long used() {
        forget();
        return all;
    }
}
