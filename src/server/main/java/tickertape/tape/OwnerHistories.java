package tickertape.tape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much history each owner has for readers that come back. When there is too much in all, the owner whose last
/// message is the oldest loses its history first. One thread at a time uses it.
final class OwnerHistories {

    private final long limit;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private long total;

    /// @param limit how many messages are kept of all owners together, unless one alone has more
    OwnerHistories(long limit) {
        this.limit = limit;
    }

    /// Notes that a message of an owner was appended, and how many it has now.
    void appended(String owner, int size) {
        Integer before = sizes.remove(owner);
        sizes.put(owner, size);
        total += size - (before == null ? 0 : before);
    }

    /// Takes out the owners whose history is to be dropped.
    List<String> excess() {
        var excess = new ArrayList<String>();
        while (total > limit && sizes.size() > 1) {
            Map.Entry<String, Integer> oldest = sizes.entrySet().iterator().next();
            sizes.remove(oldest.getKey());
            total -= oldest.getValue();
            excess.add(oldest.getKey());
        }
        return excess;
    }
}
