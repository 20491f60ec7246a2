package tickertape.alerts.engine;

/// A number of a symbol that conditions look at.
///
/// @param minutes of a move; 0 for all others
record Measure(Kind kind, int minutes) {

    /// What it is. Of what is or is not so, the number is 1 or 0.
    enum Kind {
        LAST,
        BID,
        ASK,
        /// The change of the day in percent.
        CHANGE,
        /// From the lowest price of some minutes, in percent.
        RISE,
        /// From the highest price of some minutes, in percent.
        FALL,
        /// The larger of both.
        SWING,
        /// The volume of the last quarter of an hour, as a multiple of the usual one.
        VOLUME,
        NEW_HIGH,
        NEW_LOW,
        HALTED,
        RESUMED,
        STALE
    }

    static Measure of(Kind kind) {
        return new Measure(kind, 0);
    }
}
