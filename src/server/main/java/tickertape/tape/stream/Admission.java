package tickertape.tape.stream;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many streams there may be, in all and from one address. Safe for any thread.
final class Admission {

    /// Whether a stream may begin.
    enum Decision {
        ADMITTED,
        /// There are as many streams as allowed.
        FULL,
        /// Its address has as many streams as allowed.
        ADDRESS_FULL
    }

    private final int limit;
    private final int limitPerAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    /// @param limitPerAddress 0 for no limit
    Admission(int limit, int limitPerAddress) {
        this.limit = limit;
        this.limitPerAddress = limitPerAddress;
    }

    /// Counts a stream in, if there is room; one that is admitted must [#leave].
    Decision enter(String address) {
        if (all.incrementAndGet() > limit) {
            all.decrementAndGet();
            return Decision.FULL;
        }
        if (limitPerAddress > 0 && byAddress.merge(address, 1, Integer::sum) > limitPerAddress) {
            leave(address);
            return Decision.ADDRESS_FULL;
        }
        return Decision.ADMITTED;
    }

    void leave(String address) {
        all.decrementAndGet();
        if (limitPerAddress > 0) {
            byAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
        }
    }
}
