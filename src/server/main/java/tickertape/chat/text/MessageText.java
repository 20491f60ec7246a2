package tickertape.chat.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The text of a message, as everybody sees it.
///
/// @param text tamed
/// @param length in characters as people count them
public record MessageText(String text, int length) {

    /// In UTF-16 code units: a character as people count them may be made of any number of others.
    public static final int LONGEST = 8_000;

    private static final int LINES = 30;

    /// A character that takes more places than this in a line counts as several.
    private static final int PLACES = 4;

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern SPACES = Pattern.compile("[\\h\\s]+");

    /// Tames what somebody has sent; throws `IllegalArgumentException` that says what a message may be.
    ///
    /// @param most how many characters it may have
    public static MessageText of(String sent, int most) {
        // Before anything else, so that it costs little to say so.
        int units = sent.length();
        if (units > 4 * LONGEST) {
            throw new IllegalArgumentException(
                    "a message has up to %s characters, and this one far more".formatted(most));
        }
        String text = Taming.tame(sent);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the message is empty: write something that can be seen");
        }
        int length = length(text);
        if (length > most) {
            throw new IllegalArgumentException(
                    "the message has %s characters; the limit is %s".formatted(length, most));
        }
        long lines = text.lines().count();
        if (lines > LINES) {
            throw new IllegalArgumentException("the message has %s lines; the limit is %s".formatted(lines, LINES));
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the message is made of %s code units; the limit is %s".formatted(text.length(), LONGEST));
        }
        return new MessageText(text, length);
    }

    /// What a text comes to for who reads it: without what nobody sees, and whatever its case, its spaces and the width
    /// of its letters are. Two with the same say the same.
    public static String folded(String text) {
        String seen = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> !Taming.isUnseen(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String spaced = SPACES.matcher(seen).replaceAll(" ").strip();
        return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static int length(String text) {
        return CHARACTER
                .matcher(text)
                .results()
                .mapToInt(found -> Math.max(1, Math.ceilDiv(places(found.group()), PLACES)))
                .sum();
    }

    // Parts of syllables and signs before numbers make one character in any number, but stand beside one another.
    private static int places(String character) {
        int places = 0;
        int before = 0;
        for (int part : character.codePoints().toArray()) {
            boolean isPartOfEmoji = before == Joiners.JOINER
                    || (Character.isEmojiModifier(part) && Character.isExtendedPictographic(before));
            if (!isPartOfEmoji && !Taming.isMark(part) && !Taming.isUnseen(part)) {
                places++;
            }
            before = part;
        }
        return places;
    }
}
