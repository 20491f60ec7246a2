package tickertape.tape.stream;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many streams there may be, in all, from one address and of one account. Safe for any thread.
final class Admission {

    /// Whether a stream may begin.
    enum Decision {
        ADMITTED,
        /// There are as many streams as allowed.
        FULL,
        /// Its address has as many streams as allowed.
        ADDRESS_FULL,
        /// Its account has as many streams as allowed.
        ACCOUNT_FULL
    }

    private final int limit;
    private final KeyedLimit addresses;
    private final KeyedLimit accounts;
    private final AtomicInteger all = new AtomicInteger();

    /// @param limitPerAddress 0 for no limit
    /// @param limitPerAccount 0 for no limit
    Admission(int limit, int limitPerAddress, int limitPerAccount) {
        this.limit = limit;
        addresses = new KeyedLimit(limitPerAddress);
        accounts = new KeyedLimit(limitPerAccount);
    }

    /// Counts a stream in, if there is room; one that is admitted must [#leave].
    ///
    /// @param account empty for nobody in particular
    Decision enter(String address, Optional<String> account) {
        if (all.incrementAndGet() > limit) {
            all.decrementAndGet();
            return Decision.FULL;
        }
        if (!addresses.enter(address)) {
            all.decrementAndGet();
            return Decision.ADDRESS_FULL;
        }
        if (account.isPresent() && !accounts.enter(account.get())) {
            addresses.leave(address);
            all.decrementAndGet();
            return Decision.ACCOUNT_FULL;
        }
        return Decision.ADMITTED;
    }

    void leave(String address, Optional<String> account) {
        all.decrementAndGet();
        addresses.leave(address);
        account.ifPresent(accounts::leave);
    }

    /// How many streams there may be of each of many.
    private static final class KeyedLimit {

        private final int limit;
        private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

        /// @param limit 0 for none
        KeyedLimit(int limit) {
            this.limit = limit;
        }

        boolean enter(String key) {
            if (limit > 0 && counts.merge(key, 1, Integer::sum) > limit) {
                leave(key);
                return false;
            }
            return true;
        }

        void leave(String key) {
            if (limit > 0) {
                counts.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
            }
        }
    }
}
