package tickertape.commentary.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How the volume of one instrument has risen today, from its first trade on: a mark a minute, for some minutes. One
/// thread at a time.
final class VolumeTrail {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofMinutes(1);

    private record Mark(Instant time, BigDecimal volume) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private Mark first;
    private Mark newest;

    VolumeTrail(Instant time, BigDecimal volume) {
        first = new Mark(time, volume);
        newest = first;
    }

    /// Goes on; a volume that is smaller begins another day, which counts from its first trade.
    void add(Instant time, BigDecimal volume) {
        Mark mark = new Mark(time, volume);
        if (newest.volume().signum() == 0 || volume.compareTo(newest.volume()) < 0) {
            marks.clear();
            first = mark;
        } else if (marks.isEmpty() || !time.isBefore(marks.getLast().time().plus(STEP))) {
            marks.addLast(mark);
        }
        newest = mark;
        while (marks.size() > 1 && isTooOld(marks.getFirst(), time)) {
            marks.removeFirst();
        }
    }

    private boolean isTooOld(Mark mark, Instant now) {
        return mark.time().plus(WINDOW).plus(STEP).isBefore(now);
    }

    /// Empty until it was seen for twice as long as the window, or while nothing trades.
    Optional<VolumePace> pace(Instant now) {
        Duration seen = Duration.between(first.time(), now);
        Instant since = now.minus(WINDOW);
        if (seen.compareTo(WINDOW.multipliedBy(2)) < 0) {
            return Optional.empty();
        }
        BigDecimal before = first.volume();
        for (Mark mark : marks) {
            if (mark.time().isAfter(since)) {
                break;
            }
            before = mark.volume();
        }
        BigDecimal usual = newest.volume()
                .subtract(first.volume())
                .multiply(BigDecimal.valueOf(WINDOW.toSeconds()))
                .divide(BigDecimal.valueOf(seen.toSeconds()), 0, RoundingMode.HALF_UP);
        return usual.signum() == 0
                ? Optional.empty()
                : Optional.of(new VolumePace(WINDOW, newest.volume().subtract(before), usual));
    }
}
