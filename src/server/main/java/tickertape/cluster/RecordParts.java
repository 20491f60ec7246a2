package tickertape.cluster;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes entries apart that are too large for a record, and puts them together again. The parts of one follow on each
/// other, as they are of one transaction. One thread uses it.
final class RecordParts {

    /// Brokers take a megabyte with headers, if they are not set otherwise.
    static final int LONGEST = 500_000;

    private static final int FIRST = 1;
    private static final int LAST = 2;

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private boolean open;

    /// The records of an entry; each begins with a byte that says which part it is.
    static List<byte[]> of(byte[] entry) {
        var records = new ArrayList<byte[]>();
        int from = 0;
        do {
            int length = Math.min(LONGEST, entry.length - from);
            byte[] part = new byte[1 + length];
            part[0] = (byte) ((from == 0 ? FIRST : 0) | (from + length == entry.length ? LAST : 0));
            System.arraycopy(entry, from, part, 1, length);
            records.add(part);
            from += length;
        } while (from < entry.length);
        return records;
    }

    /// Adds a record; returns the entry when it is whole. A part without those before it is left out.
    Optional<byte[]> add(byte[] part) {
        if ((part[0] & FIRST) != 0) {
            reset();
            open = true;
        }
        if (!open) {
            return Optional.empty();
        }
        parts.write(part, 1, part.length - 1);
        if ((part[0] & LAST) == 0) {
            return Optional.empty();
        }
        byte[] whole = parts.toByteArray();
        reset();
        return Optional.of(whole);
    }

    /// Whether no parts of an entry wait for the others.
    boolean isEmpty() {
        return !open;
    }

    void reset() {
        parts.reset();
        open = false;
    }
}
