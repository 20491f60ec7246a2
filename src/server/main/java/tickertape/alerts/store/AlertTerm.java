package tickertape.alerts.store;

import tickertape.market.Leadership;

/// The term in which this server watches alerts. It begins with the first tick of it: what was known of quotes
/// before is void then. Safe for any thread.
public final class AlertTerm {

    private final Leadership leadership;
    private volatile long begun;

    public AlertTerm(Leadership leadership) {
        this.leadership = leadership;
        begun = leadership.term();
    }

    /// To be called with each tick, by the thread that has them.
    ///
    /// @return whether another term begins
    boolean begin() {
        long current = leadership.term();
        boolean another = current != 0 && current != begun;
        if (another) {
            begun = current;
        }
        return another;
    }

    /// Which one has begun last; 0 if none has.
    long number() {
        return begun;
    }

    /// Whether this server leads in it.
    boolean isCurrent() {
        long its = begun;
        return its != 0 && leadership.term() == its;
    }
}
