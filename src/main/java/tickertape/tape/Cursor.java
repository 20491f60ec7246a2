package tickertape.tape;

import java.util.Comparator;
import java.util.Optional;

/// One reader's place on the tape. One thread reads; `position` and `behind` are for that thread too.
public final class Cursor {

    private final Tape tape;
    private Filter filter;
    private final Patience patience;
    private Stage stage;
    private long offset;
    private int merged;

    private enum Stage {
        FRESH,
        RESUMING,
        FOLLOWING
    }

    /// @param last where the reader stopped before; if this tape does not know the place, the reader starts afresh
    public Cursor(Tape tape, Filter filter, Optional<Position> last, Patience patience) {
        this.tape = tape;
        this.filter = filter;
        this.patience = patience;
        Optional<Position> known = last.filter(tape::knows);
        this.stage = known.isPresent() ? Stage.RESUMING : Stage.FRESH;
        this.offset = known.map(Position::offset).orElse(0L);
    }

    /// The end of what was read.
    public Position position() {
        return new Position(tape.end().epoch(), offset);
    }

    /// The offset of that place.
    public long offset() {
        return offset;
    }

    /// How many messages the last read has left out, because newer ones stand for them: at least so many, for of those
    /// that have left the backlog nothing is known.
    public int merged() {
        return merged;
    }

    public boolean behind() {
        return stage != Stage.FOLLOWING || tape.reel().end() > offset;
    }

    /// Reads what lies between here and the end of the tape, and moves there.
    public Read next() {
        Reel reel = tape.reel();
        Read read = read(reel);
        stage = Stage.FOLLOWING;
        offset = reel.end();
        // Perhaps an equal one of another reader: who shares one finds it the same at a glance next time.
        filter = read.filter();
        return read;
    }

    private Read read(Reel reel) {
        merged = 0;
        if (stage == Stage.FRESH) {
            return snapshot(reel);
        }
        Read changes = reel.read(new Span(filter, offset, false));
        Read read = bearable(changes) ? changes : reel.read(new Span(filter, offset, true));
        merged = changes.leftOut() + changes.size() - read.size();
        return read;
    }

    // Topics of kind EVERY begin at the end of the tape.
    private Read snapshot(Reel reel) {
        return Read.snapshot(
                filter,
                filter.topics().stream()
                        .flatMap(topic -> reel.track(topic).changed(filter, 0).stream())
                        .sorted(Comparator.comparingLong(Message::offset))
                        .toList());
    }

    private boolean bearable(Read changes) {
        if (changes.mergeable() == 0) {
            return true;
        }
        return stage == Stage.RESUMING
                ? patience.bearsBurst(changes.mergeable())
                : patience.bearsAge(tape.nanoTime() - changes.oldest());
    }
}
