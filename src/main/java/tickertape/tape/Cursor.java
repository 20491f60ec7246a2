package tickertape.tape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One reader's place on the tape. One thread reads; `position` and `behind` are for that thread too.
public final class Cursor {

    private final Tape tape;
    private final Filter filter;
    private final Patience patience;
    private Stage stage;
    private long offset;

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

    public boolean behind() {
        return stage != Stage.FOLLOWING || tape.reel().end() > offset;
    }

    /// Reads what lies between here and the end of the tape, and moves there.
    public Read next() {
        Reel reel = tape.reel();
        List<Message> messages = new ArrayList<>();
        List<Topic> lost = new ArrayList<>();
        boolean merged = false;
        for (Topic topic : filter.topics()) {
            Track track = reel.track(topic);
            List<Message> unread = stage == Stage.FRESH ? List.of() : track.unread(filter, offset);
            boolean whole = !track.lost(offset);
            switch (topic.kind()) {
                case EVERY -> {
                    messages.addAll(unread);
                    if (!whole && stage != Stage.FRESH) {
                        lost.add(topic);
                    }
                }
                case LATEST -> {
                    boolean everyChange = stage != Stage.FRESH && whole && bearable(unread);
                    messages.addAll(everyChange ? unread : track.changed(filter, offset));
                    merged |= !everyChange;
                }
            }
        }
        messages.sort(Comparator.comparingLong(Message::offset));
        Resume resume = verdict(merged, lost);
        stage = Stage.FOLLOWING;
        offset = reel.end();
        return new Read(messages, lost, resume);
    }

    private Resume verdict(boolean merged, List<Topic> lost) {
        if (stage == Stage.FRESH) {
            return Resume.SNAPSHOT;
        }
        if (!lost.isEmpty()) {
            return Resume.GAP;
        }
        return merged ? Resume.CONFLATED : Resume.RESUMED;
    }

    private boolean bearable(List<Message> unread) {
        if (stage == Stage.RESUMING) {
            return patience.bearsBurst(unread.size());
        }
        return unread.isEmpty()
                || patience.bearsAge(tape.nanoTime() - unread.getFirst().nanos());
    }
}
