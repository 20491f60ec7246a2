package tickertape.tape;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place on one tape, written `epoch-offset` in the `id:` of an event; behind a private message, `epoch-offset.part`.
///
/// Private messages have no offsets of their own: those of others would show in the offsets of what everyone may read.
/// So they are numbered within one, for each owner apart.
///
/// @param epoch names the tape: a restarted server begins another one
/// @param offset how many messages for all lie before and at this place; 0 is before the first
/// @param part how many private messages of one owner lie between that message for all and this place
public record Position(String epoch, long offset, int part) {

    /// The order of two positions on one tape.
    public static final Comparator<Position> ORDER = Comparator.comparingLong(Position::order);

    /// How many orders there are to an offset.
    static final int PARTS = 1 << 20;

    // 12 digits, in parts, always fit a long.
    private static final Pattern TEXT = Pattern.compile("([a-z0-9]{1,20})-([0-9]{1,12})(?:\\.([1-9][0-9]{0,6}))?");

    public Position {
        if (offset < 0) {
            throw new IllegalArgumentException("offset %s is negative".formatted(offset));
        }
        if (part < 0 || part >= PARTS) {
            throw new IllegalArgumentException("part %s is not below %s".formatted(part, PARTS));
        }
    }

    /// A place behind a message for all.
    public Position(String epoch, long offset) {
        this(epoch, offset, 0);
    }

    /// @param order as [#order] tells it
    static Position of(String epoch, long order) {
        return new Position(epoch, order / PARTS, (int) (order % PARTS));
    }

    /// Offset and part as one number, which rises along the tape: its logs calculate with that.
    long order() {
        return offset * PARTS + part;
    }

    /// What a client sent back as the last id it saw; empty for anything that no tape ever wrote.
    public static Optional<Position> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int part = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return part < PARTS
                ? Optional.of(new Position(matcher.group(1), Long.parseLong(matcher.group(2)), part))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return part == 0 ? epoch + "-" + offset : epoch + "-" + offset + "." + part;
    }
}
