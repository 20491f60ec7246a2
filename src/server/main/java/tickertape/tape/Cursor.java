package tickertape.tape;

import java.util.Comparator;
import java.util.Optional;

/// One reader's place on the tape. One thread reads; `position` and `behind` are for that thread too.
public final class Cursor {

    private final Tape tape;
    private Filter filter;
    private final ConflationPolicy patience;
    private Stage stage;
    private long offset;
    private int merged;

    private enum Stage {
        FRESH,
        RESUMING,
        FOLLOWING
    }

    /// @param last where the reader stopped before; if this tape does not know the place, the reader starts afresh
    public Cursor(Tape tape, Filter filter, Optional<Position> last, ConflationPolicy patience) {
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
    public ReadResult next() {
        Reel reel = tape.reel();
        ReadResult read = read(reel);
        stage = Stage.FOLLOWING;
        offset = reel.end();
        // Perhaps an equal one of another reader: who shares one finds it the same at a glance next time.
        filter = read.filter();
        return read;
    }

    private ReadResult read(Reel reel) {
        merged = 0;
        if (stage == Stage.FRESH) {
            return snapshot(reel);
        }
        ReadResult changes = reel.read(new ReadRequest(filter, offset, false));
        ReadResult read = bearable(changes) ? changes : reel.read(new ReadRequest(filter, offset, true));
        merged = changes.leftOut() + changes.size() - read.size();
        return read;
    }

    // Topics of kind EVERY begin at the end of the tape.
    private ReadResult snapshot(Reel reel) {
        return ReadResult.snapshot(
                filter,
                filter.topics().stream()
                        .flatMap(topic -> reel.track(topic).changed(filter, 0).stream())
                        .sorted(Comparator.comparingLong(Message::offset))
                        .toList());
    }

    private boolean bearable(ReadResult changes) {
        if (changes.mergeable() == 0) {
            return true;
        }
        return stage == Stage.RESUMING
                ? patience.bearsBurst(changes.mergeable())
                : patience.bearsAge(tape.nanoTime() - changes.oldest());
    }
}
