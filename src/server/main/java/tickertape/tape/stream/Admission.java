package tickertape.tape.stream;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many streams there may be, in all and from one address. Safe for any thread.
final class Admission {

    /// What one who asks for a place is told.
    enum ConditionalResponse {
        WELCOME,
        /// All places are taken.
        FULL,
        /// Its address has as many as one may have.
        TOO_MANY_FROM_THERE
    }

    private final int most;
    private final int mostPerAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    /// @param mostPerAddress 0 for no limit
    Admission(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /// Takes a place, if there is one; who is welcome must [#leave].
    ConditionalResponse enter(String address) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return ConditionalResponse.FULL;
        }
        if (mostPerAddress > 0 && byAddress.merge(address, 1, Integer::sum) > mostPerAddress) {
            leave(address);
            return ConditionalResponse.TOO_MANY_FROM_THERE;
        }
        return ConditionalResponse.WELCOME;
    }

    void leave(String address) {
        all.decrementAndGet();
        if (mostPerAddress > 0) {
            byAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
        }
    }
}
