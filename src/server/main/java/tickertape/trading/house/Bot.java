package tickertape.trading.house;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import tickertape.trading.order.OrderTerms;

/// One player of the house. One thread gives it its turns.
final class Bot {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final String account;
    private final String name;
    private final Habit habit;
    private final RandomGenerator random;

    /// Its orders that perhaps still wait.
    private final Queue<Long> waiting = new ConcurrentLinkedQueue<>();

    private long due;

    Bot(String account, String name, Habit habit, RandomGenerator random, long now) {
        this.account = account;
        this.name = name;
        this.habit = habit;
        this.random = random;
        due = now + random.nextLong(FIRST.toNanos());
    }

    boolean isDue(long now) {
        return now - due >= 0;
    }

    /// Takes back what has not traded since the last time, and trades.
    void act(Trends trends, Door door, long now) {
        due = now + random.nextLong(SHORTEST.toNanos(), LONGEST.toNanos());
        for (Long order = waiting.poll(); order != null; order = waiting.poll()) {
            door.cancel(account, order);
        }
        for (OrderTerms terms : habit.wishes(trends, door.portfolio(account), random)) {
            var _ = door.place(account, name, terms).thenAccept(order -> {
                if (order >= 0) {
                    waiting.add(order);
                }
            });
        }
    }
}
