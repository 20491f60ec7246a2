package tickertape.commentary.facts;

import java.math.BigDecimal;
import java.time.Duration;

/// How much was traded of an instrument lately, against what is usual today.
///
/// @param window how long lately is
/// @param recent what was traded in it
/// @param usual what was traded in as long a time on average, in whole units, since the instrument was first seen
///     today
public record VolumePace(Duration window, BigDecimal recent, BigDecimal usual) {

    private static final BigDecimal MUCH = new BigDecimal("1.5");

    /// Whether much more is traded than is usual.
    public boolean isBusy() {
        return recent.compareTo(usual.multiply(MUCH)) >= 0;
    }

    /// Whether much less is traded than is usual.
    public boolean isSlow() {
        return recent.multiply(MUCH).compareTo(usual) <= 0;
    }
}
