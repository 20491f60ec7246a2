package tickertape.trading.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The last accounts that were deleted: what they have handed in before must not bring them back. It may wait longer
/// than the request that has brought it, while the books are checked or another server writes. Safe for any thread.
final class GoneAccounts {

    private final Set<String> accounts;

    /// @param most how many are remembered: those of all commands that can wait
    GoneAccounts(int most) {
        accounts = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        }));
    }

    void add(String account) {
        accounts.add(account);
    }

    /// Its deletion has failed, so it is still there.
    void remove(String account) {
        accounts.remove(account);
    }

    boolean contains(String account) {
        return accounts.contains(account);
    }
}
