package tickertape.market;

import java.util.List;
import tickertape.wire.Symbol;

/// Remembers the days before today. A bean of this type may be there or not; it may take its time, so it is never asked
/// on the thread of the tick.
public interface PastDays {

    /// The last days of an instrument that have ended, in ascending order; empty if nobody knows any, or not now.
    ///
    /// @param most how many at most
    List<PastDay> last(Symbol symbol, int most);
}
