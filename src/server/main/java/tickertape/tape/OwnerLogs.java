package tickertape.tape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The private messages of all owners; immutable. A change copies one bucket, however many owners there are.
///
/// An owner without kept messages is not in it. Its bucket remembers the offset up to which owners were forgotten.
final class OwnerLogs {

    private static final int BUCKETS = 1024;

    private final List<Bucket> buckets;

    /// @param absent what is known of any owner that is not in it
    private record Bucket(Map<String, OwnerLog> owners, OwnerLog absent) {

        OwnerLog of(String owner) {
            OwnerLog log = owners.get(owner);
            return log == null ? absent : log;
        }

        Bucket with(String owner, OwnerLog log) {
            var next = new HashMap<>(owners);
            if (!log.isEmpty()) {
                next.put(owner, log);
                return new Bucket(next, absent);
            }
            next.remove(owner);
            long forgotten = Math.max(absent.forgotten(), log.forgotten());
            return new Bucket(next, OwnerLog.empty(forgotten, log.defaultRetention()));
        }
    }

    private OwnerLogs(List<Bucket> buckets) {
        this.buckets = buckets;
    }

    static OwnerLogs empty(int defaultRetention) {
        return new OwnerLogs(Collections.nCopies(BUCKETS, new Bucket(Map.of(), OwnerLog.empty(0, defaultRetention))));
    }

    /// Of what was before this offset, nothing is known.
    ///
    /// @param ends of those owners that have something behind it, of which nothing is known either
    static OwnerLogs beginning(long offset, Map<String, Long> ends, int defaultRetention) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new Bucket(new HashMap<>(), OwnerLog.empty(offset, defaultRetention)));
        }
        ends.forEach(
                (owner, end) -> buckets.get(bucket(owner)).owners().put(owner, OwnerLog.empty(end, defaultRetention)));
        return new OwnerLogs(buckets);
    }

    /// Where those end that have something behind this offset: their next messages are numbered from there.
    Map<String, Long> endsAfter(long offset) {
        Map<String, Long> ends = new HashMap<>();
        buckets.forEach(bucket -> bucket.owners().forEach((owner, log) -> {
            if (log.end() > offset) {
                ends.put(owner, log.end());
            }
        }));
        return ends;
    }

    OwnerLog of(String owner) {
        return buckets.get(bucket(owner)).of(owner);
    }

    /// The same with other logs for some owners.
    OwnerLogs with(Map<String, OwnerLog> changed) {
        var next = new ArrayList<>(buckets);
        changed.forEach(
                (owner, log) -> next.set(bucket(owner), next.get(bucket(owner)).with(owner, log)));
        return new OwnerLogs(next);
    }

    // As HashMap does: the lower bits alone are often alike.
    private static int bucket(String owner) {
        int hash = owner.hashCode();
        return (hash ^ hash >>> 16) & (BUCKETS - 1);
    }
}
