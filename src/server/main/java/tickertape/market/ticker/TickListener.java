package tickertape.market.ticker;

import tickertape.market.Tick;

/// Takes each tick after it has been published. A bean of this type is found and called; nothing else is needed.
///
/// Each listener has a mailbox and a virtual thread of its own. It may be slow, fail or block for ever: that delays
/// neither the tick nor another listener. It is told how much it missed.
public interface TickListener {

    /// What a producer gives where its feature is off: it is not called, and has no thread.
    TickListener NONE = new TickListener() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void onTick(Tick tick) {}
    };

    /// Its name in metrics and in the log, such as `alerts`: constant, and different from those of all others.
    String name();

    /// Takes the next tick. One thread calls this, in the order of the ticks.
    ///
    /// Whatever it throws is counted and logged, and the next tick comes as usual.
    void onTick(Tick tick) throws Exception;

    /// Takes note that the application stops, after the last tick. Who has not taken that a second after the stop is
    /// interrupted instead.
    default void onEnd() throws Exception {}

    /// Tells that so many ticks were dropped or merged since the last call of [#onTick]; called just before the next.
    default void onMissed(long ticks) throws Exception {}

    /// How many ticks may wait for it; at least one.
    default int capacity() {
        return 16;
    }

    /// What happens when more ticks than that wait.
    default OverflowPolicy overflowPolicy() {
        return OverflowPolicy.DROP_OLDEST;
    }

    /// What a full mailbox does with one more tick.
    enum OverflowPolicy {
        /// The tick that has waited longest is dropped.
        DROP_OLDEST,
        /// The tick is merged into the latest that waits: of the quotes and the status the newest stay, and the trades
        /// of both are dropped.
        MERGE
    }
}
