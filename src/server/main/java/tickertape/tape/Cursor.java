package tickertape.tape;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tickertape.tape.gzip.Compression;

/// How far one reader has read the tape. One thread reads; `position` and `behind` are for that thread too.
///
/// A read has a part that all readers at the same offset with the same filter share, and for a reader of private
/// topics a part of its own.
public final class Cursor {

    private final Tape tape;
    private final ConflationPolicy conflation;
    private final Filter own;
    private final @Nullable String owner;
    private String epoch;
    private Filter shared;
    private Stage stage;
    private long offset;

    /// Where the shared log ended when it was last read: there all readers that keep up are, whatever is their own.
    private long sharedOffset;

    private int merged;

    private enum Stage {
        FRESH,
        RESUMING,
        FOLLOWING
    }

    /// For a reader of topics that are for all.
    public Cursor(Tape tape, Filter filter, Optional<Position> last, ConflationPolicy conflation) {
        this(tape, filter, last, conflation, Optional.empty());
    }

    /// @param last where the reader stopped before; if this tape does not know the position, the reader starts
    ///     afresh
    /// @param caller whose messages of private topics it reads
    public Cursor(
            Tape tape, Filter filter, Optional<Position> last, ConflationPolicy conflation, Optional<String> caller) {
        this.tape = tape;
        this.epoch = tape.epoch();
        this.conflation = conflation;
        this.shared = filter.only(topic -> !topic.isPrivate());
        this.own = filter.only(TopicDefinition::isPrivate);
        this.owner = own.topics().isEmpty()
                ? null
                : caller.orElseThrow(() -> new IllegalArgumentException("nobody reads private topics: " + filter));
        Optional<Position> known = last.filter(position -> tape.knows(position, Optional.ofNullable(owner)));
        this.stage = known.isPresent() ? Stage.RESUMING : Stage.FRESH;
        this.offset = known.map(Position::order).orElse(0L);
        this.sharedOffset = offset - offset % Position.PARTS;
    }

    /// The end of what was read.
    public Position position() {
        return Position.of(epoch, offset);
    }

    /// How many messages for all lie before the end of what was read.
    public long sharedOffset() {
        return sharedOffset / Position.PARTS;
    }

    /// The tape that it reads.
    public Tape tape() {
        return tape;
    }

    /// Whose private messages it reads; empty if it reads none.
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /// How many messages the last read left out because newer ones stand for them. There may have been more:
    /// nothing is known of those that have left the backlog.
    public int merged() {
        return merged;
    }

    /// Whether there may be something new for this reader.
    public boolean behind() {
        Reel reel = tape.reel();
        return stage != Stage.FOLLOWING || reel.shared().end() > sharedOffset || ownIsBehind(reel) || isVoid(reel);
    }

    /// Whether the tape has begun anew in another epoch since the first read: nothing follows on that.
    public boolean isVoid() {
        return stage == Stage.FOLLOWING && isVoid(tape.reel());
    }

    private boolean isVoid(Reel reel) {
        return !reel.epoch().equals(epoch);
    }

    private boolean ownIsBehind(Reel reel) {
        return owner != null && reel.owned().of(owner).end() > offset;
    }

    /// Reads what lies between here and the end of the tape, and moves there.
    public ReadResult next() {
        Reel reel = tape.reel();
        if (isVoid(reel)) {
            if (stage == Stage.FOLLOWING) {
                return ReadResult.nothing(shared);
            }
            epoch = reel.epoch();
            stage = Stage.FRESH;
        }
        ReadResult read = stage == Stage.FRESH ? snapshot(reel) : changes(reel);
        stage = Stage.FOLLOWING;
        sharedOffset = reel.shared().end();
        offset = owner == null
                ? sharedOffset
                : Math.max(sharedOffset, reel.owned().of(owner).end());
        // Perhaps an equal one of another reader: comparing it next time takes one glance.
        shared = read.filter();
        return read;
    }

    private ReadResult snapshot(Reel reel) {
        merged = 0;
        ReadResult read = reel.shared().snapshot(shared);
        return owner == null
                ? read
                : ReadResult.merged(read, ReadResult.snapshot(own, reel.owned().of(owner)::log, Compression.NONE));
    }

    private ReadResult changes(Reel reel) {
        merged = 0;
        ReadResult read = read(new ReadRequest(shared, sharedOffset, false), reel.shared()::read);
        if (owner == null || !ownIsBehind(reel)) {
            return read;
        }
        OwnerLog log = reel.owned().of(owner);
        return ReadResult.merged(
                read, read(new ReadRequest(own, offset, false), request -> request.on(log::log, Compression.NONE)));
    }

    private ReadResult read(ReadRequest request, Function<ReadRequest, ReadResult> log) {
        ReadResult changes = log.apply(request);
        ReadResult read = allowed(changes) ? changes : log.apply(request.merged());
        merged += changes.leftOut() + changes.size() - read.size();
        return read;
    }

    private boolean allowed(ReadResult changes) {
        if (changes.mergeable() == 0) {
            return true;
        }
        return stage == Stage.RESUMING
                ? conflation.allowsBurst(changes.mergeable())
                : conflation.allowsAge(tape.nanoTime() - changes.oldest());
    }
}
