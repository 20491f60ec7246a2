package tickertape.cluster;

import java.time.Duration;
import java.util.function.LongSupplier;
import tickertape.market.Leadership;

/// Which server leads: the one whose claim is the last in the log. Safe for any thread.
///
/// A server claims when the log has been silent for a while; by then the lease of the one before has ended. That one
/// finds the lease out by the clock alone, before it does anything, also when its process was stopped meanwhile. What
/// it may have on its way, the broker refuses: the claim came with a new epoch of the same transactional id.
final class Election implements Leadership {

    /// So long after it began the last transaction that was confirmed, a server leads.
    static final Duration LEASE = Duration.ofSeconds(2);

    /// So long the log is silent before another server claims.
    static final Duration SILENCE = Duration.ofMillis(2500);

    /// Longer than it takes to lead after another one.
    static final Duration OUT_OF_TOUCH = Duration.ofSeconds(5);

    /// So long a claim may take to be read by who made it.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /// So long somebody else has to begin an epoch.
    private static final Duration SEIZING = Duration.ofSeconds(1);

    /// More than that between two looks at the log was not spent looking.
    private static final Duration LONGEST_STEP = Duration.ofMillis(250);

    private final LongSupplier nanoTime;
    private long mine;
    private long claimed;
    private long confirmed;
    private long last;
    private long terms;
    private boolean begun;
    private boolean current;
    private boolean atEnd;
    private boolean seizing;
    private long seized;
    private long heard;
    private long listened;
    private long silence;

    /// @param nanoTime a monotonic clock
    Election(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        heard = nanoTime.getAsLong();
        listened = heard;
    }

    @Override
    public synchronized long term() {
        return holds() != 0 && last == mine && begun ? terms : 0;
    }

    @Override
    public synchronized boolean inTouch() {
        return begun && current && nanoTime.getAsLong() - heard < OUT_OF_TOUCH.toNanos();
    }

    /// The claim that this server has; 0 if it has none, or none any more.
    synchronized long holds() {
        if (mine != 0 && isOver()) {
            mine = 0;
        }
        return mine;
    }

    private boolean isOver() {
        long now = nanoTime.getAsLong();
        boolean read = last == mine && begun;
        return now - confirmed > LEASE.toNanos() || (!read && now - claimed > PATIENCE.toNanos());
    }

    /// Whether it is time to claim.
    ///
    /// @param patience waits that much longer than others, so that not all claim at once
    synchronized boolean isOpen(Duration patience) {
        return atEnd && holds() == 0 && (silence > SILENCE.plus(patience).toNanos() || isSeized(patience));
    }

    // Whoever has claimed last must have the time to begin an epoch.
    private boolean isSeized(Duration patience) {
        return seizing
                && nanoTime.getAsLong() - seized
                        > SEIZING.plus(patience.multipliedBy(2)).toNanos();
    }

    /// Notes that no epoch in the log is good for this server: it claims also where another one leads.
    synchronized void seize() {
        seizing = true;
        seized = nanoTime.getAsLong();
    }

    /// Notes that this server is about to claim.
    synchronized void claim(long claim) {
        mine = claim;
        claimed = nanoTime.getAsLong();
        confirmed = claimed;
    }

    /// Notes that a transaction of the claim was confirmed.
    ///
    /// @param since when it began, at the latest
    synchronized void confirm(long claim, long since) {
        if (holds() == claim) {
            confirmed = since;
        }
    }

    /// Gives the claim up.
    synchronized void abandon() {
        mine = 0;
    }

    /// Notes a claim that lies in the log.
    ///
    /// @return whether it is this server's own
    synchronized boolean read(long claim) {
        last = claim;
        seized = nanoTime.getAsLong();
        boolean own = holds() == claim;
        if (own) {
            terms++;
        } else {
            mine = 0;
        }
        return own;
    }

    /// Notes that something of the one that leads was read.
    synchronized void hear() {
        heard = nanoTime.getAsLong();
        silence = 0;
    }

    /// Notes that the one that leads has resigned.
    synchronized void hearNoMore() {
        hear();
        silence = SILENCE.toNanos();
    }

    /// Notes that this server listens, and heard nothing but what it has said. To be called some times a second: a
    /// server that was stopped has not heard silence.
    ///
    /// @param end whether it has read the log to its end
    synchronized void listen(boolean end) {
        long now = nanoTime.getAsLong();
        silence += Math.min(now - listened, LONGEST_STEP.toNanos());
        listened = now;
        atEnd = end;
        current = begun && (current || end);
    }

    /// Whether the tape of this server is that of the log, and has been up to date once.
    synchronized boolean isCurrent() {
        return begun && current;
    }

    /// Notes whether the tape of this server is that of the log.
    synchronized void setBegun(boolean now) {
        begun = now;
        current = false;
        seizing = seizing && !now;
    }

    /// Whether nothing has been heard for longer than it takes to lead after another one.
    synchronized boolean isAbandoned() {
        return nanoTime.getAsLong() - heard >= OUT_OF_TOUCH.toNanos();
    }

    /// How often this server has begun to lead.
    synchronized long terms() {
        return terms;
    }
}
