package tickertape.chat.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Where characters that nobody sees belong, because a script or an emoji needs them.
final class Joiners {

    static final int ZERO_WIDTH_SPACE = 0x200B;
    static final int NON_JOINER = 0x200C;
    static final int JOINER = 0x200D;

    private static final int LEFT_TO_RIGHT_MARK = 0x200E;
    private static final int RIGHT_TO_LEFT_MARK = 0x200F;
    private static final int ARABIC_MARK = 0x061C;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;
    private static final int FIRST_MONGOLIAN = 0x180B;
    private static final int LAST_MONGOLIAN = 0x180F;
    private static final int FIRST_IDEOGRAPHIC = 0xE0100;
    private static final int LAST_IDEOGRAPHIC = 0xE01EF;

    /// Letters of these are joined, or kept apart, by characters without width.
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MANDAIC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.TAI_THAM,
            UnicodeScript.BALINESE,
            UnicodeScript.JAVANESE);

    /// These are written without spaces, so a space without width says where a line may break.
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private Joiners() {}

    /// Whether a character without width belongs between two others.
    ///
    /// @param before what was kept before it; 0 for nothing
    /// @param base what that belongs to, if it is a mark; else the same
    /// @param after what was sent after it; 0 for nothing
    static boolean belongs(int character, int before, int base, int after) {
        return switch (character) {
            case JOINER -> isOf(JOINING, base) || (isEmojiEnd(before) && Character.isExtendedPictographic(after));
            case NON_JOINER -> isOf(JOINING, base) && isOf(JOINING, after);
            case ZERO_WIDTH_SPACE -> isOf(UNSPACED, base) && isOf(UNSPACED, after);
            case LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_MARK -> !isDirectionMark(before);
            default -> isOther(character, before);
        };
    }

    private static boolean isOther(int character, int before) {
        if (isTag(character)) {
            // A flag of a country within a country.
            return before == BLACK_FLAG || (before >= FIRST_TAG && before < LAST_TAG);
        }
        if (character >= FIRST_MONGOLIAN && character <= LAST_MONGOLIAN) {
            return UnicodeScript.of(before) == UnicodeScript.MONGOLIAN && !isSelector(before);
        }
        if (character >= FIRST_IDEOGRAPHIC && character <= LAST_IDEOGRAPHIC) {
            return Character.isIdeographic(before);
        }
        return isSelector(character) && isVisible(before);
    }

    /// Whether it chooses how the character before it looks.
    static boolean isSelector(int character) {
        return (character >= FIRST_SELECTOR && character <= LAST_SELECTOR)
                || (character >= FIRST_IDEOGRAPHIC && character <= LAST_IDEOGRAPHIC)
                || (character >= FIRST_MONGOLIAN && character <= LAST_MONGOLIAN);
    }

    // What takes a selector is seen itself.
    private static boolean isVisible(int before) {
        return before != 0 && !Character.isWhitespace(before) && !Taming.isUnseen(before);
    }

    /// Whether it is a letter of the name of a flag, which nobody sees.
    static boolean isTag(int character) {
        return character >= FIRST_TAG && character <= LAST_TAG;
    }

    static boolean isDirectionMark(int character) {
        return character == LEFT_TO_RIGHT_MARK || character == RIGHT_TO_LEFT_MARK || character == ARABIC_MARK;
    }

    private static boolean isEmojiEnd(int character) {
        return Character.isExtendedPictographic(character)
                || Character.isEmojiModifier(character)
                || (character == LAST_SELECTOR)
                || (character > FIRST_TAG && character <= LAST_TAG);
    }

    private static boolean isOf(Set<UnicodeScript> scripts, int character) {
        return scripts.contains(UnicodeScript.of(character));
    }
}
