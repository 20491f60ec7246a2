package tickertape.trading.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.wire.MarketPhase;

/// All players of the house. They trade while the market is open, a few orders a minute together.
public final class House implements TickListener {

    private final Trends trends = new Trends();
    private final List<Bot> bots = new ArrayList<>();
    private final Door door;
    private final LongSupplier nanoTime;
    private boolean isOpen;

    /// @param prefix how their accounts begin
    public House(int count, String prefix, Door door, RandomGenerator random, LongSupplier nanoTime) {
        this.door = door;
        this.nanoTime = nanoTime;
        Habit[] habits = Habit.values();
        for (int i = 0; i < count; i++) {
            Habit habit = habits[i % habits.length];
            String name = String.format(Locale.ROOT, "House: %s %d", habit.title(), i / habits.length + 1);
            bots.add(new Bot(prefix + (i + 1), name, habit, random, nanoTime.getAsLong()));
        }
    }

    @Override
    public String name() {
        return "trading-house";
    }

    @Override
    public void onTick(Tick tick) {
        tick.quotes().forEach(trends::put);
        if (tick.status() != null) {
            isOpen = tick.status().phase() == MarketPhase.OPEN;
        }
        long now = nanoTime.getAsLong();
        if (isOpen && door.isOpen()) {
            bots.stream().filter(bot -> bot.isDue(now)).forEach(bot -> bot.act(trends, door, now));
        }
    }

    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }
}
