package tickertape.chat.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of a text what would leave its line, hide, or turn around what others have written, and nothing that a
/// language needs: it is text in Unicode's normal form C afterwards.
final class Taming {

    // A chain of emoji is one character, however long it is.
    private static final int CHAIN = 9;

    // The longest name of a flag, with its end.
    private static final int TAGS = 7;

    // More than any language piles up. To put a long run in order takes the square of its length.
    private static final Pattern LONG_RUN = Pattern.compile("(\\p{M}{30})\\p{M}+");

    private static final int KEYCAP = 0x20E3;

    /// Blank, though Unicode calls them letters, marks or symbols.
    private static final Set<Integer> BLANK =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0x13441, 0x13442, 0x16FE4);

    /// Marks that Unicode counts as formatting, but that can be seen: they stand around Arabic and other numbers.
    private static final Set<Integer> SEEN = Set.of(
            0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD);

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\\x{B}\\x{C}\\x{85}\\x{2028}\\x{2029}]");
    // Begins only where a run begins, or it takes the square of its length.
    private static final Pattern BEFORE_LINE_END = Pattern.compile("(?<!\\h)\\h+(?=\\n)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private final StringBuilder tamed = new StringBuilder();
    private int before;
    private int marks;
    private int chained;
    private int tags;
    private int base;

    private Taming() {}

    static String tame(String sent) {
        String plain = LINE_END.matcher(sent).replaceAll("\n");
        String normal = Normalizer.normalize(LONG_RUN.matcher(plain).replaceAll("$1"), Normalizer.Form.NFC);
        var taming = new Taming();
        int[] characters = normal.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            taming.take(characters[i], i + 1 < characters.length ? characters[i + 1] : 0);
        }
        // What stood between two characters may have kept them apart.
        String text = Normalizer.normalize(taming.tamed, Normalizer.Form.NFC);
        String lines = BEFORE_LINE_END.matcher(text).replaceAll("");
        String tidy = EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
        return tidy.codePoints().allMatch(Taming::isBlank) ? "" : tidy;
    }

    private void take(int character, int after) {
        if (character == '\t') {
            add(' ');
        } else if (isUnseen(character)) {
            if (Joiners.belongs(character, before, isMark(before) ? base : before, after) && isShort(character)) {
                append(character);
            }
        } else if (isMark(character)) {
            mark(character);
        } else if (!isNoText(character)) {
            add(character);
        }
    }

    private boolean isShort(int character) {
        if (Joiners.isTag(character)) {
            return ++tags <= TAGS;
        }
        return character != Joiners.JOINER || ++chained < CHAIN;
    }

    private void add(int character) {
        if (before != Joiners.JOINER) {
            chained = 0;
        }
        marks = 0;
        tags = 0;
        base = character;
        append(character);
    }

    private void mark(int character) {
        boolean isEnclosing = Character.getType(character) == Character.ENCLOSING_MARK;
        boolean isKeycap = character == KEYCAP && (Character.isDigit(base) || base == '#' || base == '*');
        if ((isEnclosing && !isKeycap) || base == 0 || Character.isWhitespace(base)) {
            return;
        }
        marks++;
        if (marks <= most()) {
            append(character);
        }
    }

    // How many marks a letter may have: Latin ones have theirs in one character by now.
    private int most() {
        return switch (UnicodeScript.of(base)) {
            case LATIN, GREEK, CYRILLIC, COMMON, HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            case TIBETAN -> 8;
            default -> 5;
        };
    }

    private void append(int character) {
        tamed.appendCodePoint(character);
        before = character;
    }

    static boolean isMark(int character) {
        int type = Character.getType(character);
        // Marks that take a place of their own pile up on nothing.
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                && !isUnseen(character)
                && !BLANK.contains(character);
    }

    /// Whether nobody sees it, though it may change what is around it.
    static boolean isUnseen(int character) {
        return (Character.getType(character) == Character.FORMAT && !SEEN.contains(character))
                || Joiners.isSelector(character);
    }

    private static boolean isNoText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> BLANK.contains(character);
        };
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || isUnseen(character);
    }
}
