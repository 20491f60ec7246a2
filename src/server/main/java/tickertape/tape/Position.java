package tickertape.tape;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place on one tape, written `epoch-offset` in the `id:` of an event.
///
/// @param epoch names the tape: a restarted server begins another one
/// @param offset how many messages lie before and at this place; 0 is before the first
public record Position(String epoch, long offset) {

    // 18 digits always fit a long.
    private static final Pattern TEXT = Pattern.compile("([a-z0-9]{1,20})-([0-9]{1,18})");

    public Position {
        if (offset < 0) {
            throw new IllegalArgumentException("offset %s is negative".formatted(offset));
        }
    }

    /// What a client sent back as the last id it saw; empty for anything that no tape ever wrote.
    public static Optional<Position> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Position(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "-" + offset;
    }
}
