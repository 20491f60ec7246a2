package tickertape.commentary.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into pieces as somebody would type them: words, or single characters of scripts without spaces. What
/// people see as one character stays whole.
final class Pieces {

    /// Clusters of marks and emoji are one character to people, however many code points they have.
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final int LONGEST = 40;

    // What was added last and may not be whole: the next addition goes on with it.
    private final StringBuilder open = new StringBuilder();

    /// The pieces that are whole after an addition.
    List<String> add(String text) {
        open.append(text);
        List<String> pieces = cut(open.toString());
        if (pieces.isEmpty()) {
            return pieces;
        }
        // Of the last one nobody knows whether it is whole.
        String last = pieces.removeLast();
        open.setLength(0);
        open.append(last);
        return pieces;
    }

    /// What is left at the end, without half a character.
    List<String> end() {
        if (!open.isEmpty() && Character.isHighSurrogate(open.charAt(open.length() - 1))) {
            open.setLength(open.length() - 1);
        }
        List<String> pieces = cut(open.toString());
        open.setLength(0);
        return pieces;
    }

    private static List<String> cut(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        Matcher characters = CHARACTER.matcher(text);
        boolean ends = false;
        while (characters.find()) {
            String character = characters.group();
            int first = character.codePointAt(0);
            boolean goesOn = Character.isWhitespace(first) || (piece.isEmpty() ? false : isAttached(first));
            if (!piece.isEmpty() && !goesOn && (ends || standsAlone(first) || piece.length() >= LONGEST)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(character);
            ends = Character.isWhitespace(first) || (ends && goesOn) || standsAlone(first);
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /// Whether scripts write words of it without spaces.
    private static boolean standsAlone(int codePoint) {
        return Character.isIdeographic(codePoint)
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.KATAKANA;
    }

    /// Whether it belongs to what comes before it, as a full stop does.
    private static boolean isAttached(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
