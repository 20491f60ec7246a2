package tickertape.tape.count;

/// What one thread has counted since it last settled with the [Ledger]. One thread uses it.
// Arrays, for a map would box each number, at every write.
@SuppressWarnings("EnumOrdinal")
public final class Tally {

    // Asked for once, for each answer is a new array.
    private static final Count[] COUNTS = Count.values();

    private final Ledger ledger;
    private final long[] counts = new long[COUNTS.length];
    private final long[] waits = new long[Waits.CLASSES];
    private final long[] waited = new long[Waits.CLASSES];

    Tally(Ledger ledger) {
        this.ledger = ledger;
    }

    public void add(Count count, long more) {
        counts[count.ordinal()] += more;
    }

    /// One write that the server has taken.
    public void wrote(int events, int bytes) {
        add(Count.FRAMES, 1);
        add(Count.EVENTS, events);
        add(Count.BYTES, bytes);
    }

    /// From a message's append until the end of its write.
    public void waited(long nanos) {
        int place = Waits.of(nanos);
        waits[place]++;
        waited[place] += nanos;
    }

    /// Brings it all to the ledger, and begins anew.
    public void settle() {
        for (Count count : COUNTS) {
            int place = count.ordinal();
            if (counts[place] > 0) {
                ledger.add(count, counts[place]);
                counts[place] = 0;
            }
        }
        for (int place = 0; place < Waits.CLASSES; place++) {
            if (waits[place] > 0) {
                ledger.addWaits(place, waits[place], waited[place]);
                waits[place] = 0;
                waited[place] = 0;
            }
        }
    }
}
