package tickertape.commentary.trigger;

import java.util.List;
import tickertape.market.Tick;

/// Finds one kind of occasion. One thread calls it, with all ticks in order.
interface Trigger {

    /// What has happened in this tick.
    List<Cue> cues(Tick tick);
}
