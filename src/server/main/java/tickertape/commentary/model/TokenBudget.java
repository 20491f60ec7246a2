package tickertape.commentary.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// How many tokens each caller, and all together, may use in an hour. What a text may use at most is taken when it
/// begins, and what it has not used is given back. Safe for any thread.
final class TokenBudget {

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int ASCII = 128;

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

    /// How many tokens a text has, about, and rather more than less: providers count each in their own way.
    static long about(String text) {
        long others = text.chars().filter(character -> character >= ASCII).count();
        return others + (text.length() - others + 1) / 2;
    }

    /// Takes what a text may use.
    ///
    /// @param caller empty for a text that is for everybody
    /// @return a number to settle it by; empty if there is not so much left
    synchronized OptionalLong reserve(String caller, long tokens) {
        forget();
        boolean allowed = caller.isEmpty() || used.getOrDefault(caller, 0L) + tokens <= perCaller;
        if (!allowed || all + tokens > inAll) {
            return OptionalLong.empty();
        }
        add(caller, tokens);
        reservations.put(++numbers, new Reservation(caller, tokens, nanoTime.getAsLong()));
        return OptionalLong.of(numbers);
    }

    /// Gives back what was not used; what was used counts for an hour.
    synchronized void settle(long number, long tokens) {
        Reservation before = reservations.get(number);
        if (before == null) {
            return;
        }
        add(before.caller(), tokens - before.tokens());
        if (tokens == 0) {
            reservations.remove(number);
        } else {
            reservations.put(number, new Reservation(before.caller(), tokens, before.nanos()));
        }
    }

    private void add(String caller, long tokens) {
        all += tokens;
        used.merge(caller, tokens, Long::sum);
        used.remove(caller, 0L);
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
        }
    }
}
