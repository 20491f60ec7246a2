package tickertape.market.feed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file that can't be used. The message names the file, the line if there is one, and the fault, in one line of
/// limited length.
final class BadFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    BadFileException(String file, String fault, @Nullable Throwable cause) {
        super("%s: %s".formatted(file, legible(fault)), cause);
    }

    BadFileException(String file, long line, String fault, @Nullable Throwable cause) {
        super("%s, line %s: %s".formatted(file, line, legible(fault)), cause);
    }

    // It quotes the file, which may hold anything.
    private static String legible(String fault) {
        String oneLine = CONTROL.matcher(fault).replaceAll("?");
        return oneLine.length() <= LONGEST
                ? oneLine
                : oneLine.substring(0, LONGEST / 2) + " … " + oneLine.substring(oneLine.length() - LONGEST / 2);
    }
}
