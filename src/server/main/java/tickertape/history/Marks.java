package tickertape.history;

import java.util.Arrays;
import java.util.List;
import tickertape.wire.CandleMark;

/// A set of marks, as small as it is in the database: a bit for each.
record Marks(int bits) {

    static final Marks NONE = new Marks(0);

    // By hand, because rows that exist must keep their meaning when a mark is added.
    private static int bit(CandleMark mark) {
        return switch (mark) {
            case HALTED -> 1;
            case GAP -> 2;
            case LOST -> 4;
            case RESTART -> 8;
            case SIMULATED -> 16;
            case QUOTES -> 32;
            case PAUSED -> 64;
        };
    }

    static Marks of(List<CandleMark> marks) {
        return marks.stream().map(NONE::plus).reduce(NONE, Marks::plus);
    }

    Marks plus(CandleMark mark) {
        return contains(mark) ? this : new Marks(bits | bit(mark));
    }

    Marks plus(Marks others) {
        return (bits | others.bits) == bits ? this : new Marks(bits | others.bits);
    }

    Marks minus(CandleMark mark) {
        return contains(mark) ? new Marks(bits & ~bit(mark)) : this;
    }

    boolean contains(CandleMark mark) {
        return (bits & bit(mark)) != 0;
    }

    List<CandleMark> list() {
        return bits == 0
                ? List.of()
                : Arrays.stream(CandleMark.values()).filter(this::contains).toList();
    }
}
