package tickertape.commentary.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;

/// Sees each tick, takes note of its facts, and says what is worth a text.
public final class Watcher implements TickListener {

    private final FactBook book;
    private final List<Trigger> triggers;
    private final QuietTrigger quiet;
    private final Consumer<Cue> cues;

    /// @param move the size in percent at which a day's change is told
    /// @param pace how long nothing is told before the market is
    /// @param cues takes what is worth a text, without waiting
    /// @param nanoTime a monotonic clock
    public Watcher(
            FactBook book, DayMemory days, BigDecimal move, Duration pace, Consumer<Cue> cues, LongSupplier nanoTime) {
        this.book = book;
        this.cues = cues;
        quiet = new QuietTrigger(pace, nanoTime);
        triggers = List.of(new PhaseTrigger(), new HaltTrigger(), new RecordTrigger(book, days), new MoveTrigger(move));
    }

    @Override
    public String name() {
        return "commentary";
    }

    /// Of a tick that is missed, the next quote of a symbol tells.
    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }

    @Override
    public void onTick(Tick tick) {
        book.add(tick);
        var all = new ArrayList<Cue>();
        triggers.forEach(trigger -> all.addAll(trigger.cues(tick)));
        List<Cue> silence = quiet.cues(tick);
        if (all.isEmpty()) {
            all.addAll(silence);
        } else {
            quiet.told();
        }
        all.forEach(cues);
    }
}
