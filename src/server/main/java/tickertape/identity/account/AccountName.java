package tickertape.identity.account;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people call an account: letters and digits of one script, with `.`, `-`, `_` and single spaces between them.
///
/// @param text as its owner writes it, in Unicode's normal form C
/// @param skeleton the same for all names that people would take for this one
public record AccountName(String text, String skeleton) {

    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[ ._-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 32;
    private static final int FAR = 10 * LONGEST;

    // Blank, though Unicode calls them letters or marks.
    private static final Pattern BLANK = Pattern.compile("[\\x{34F}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}"
            + "\\x{FE00}-\\x{FE0F}\\x{13441}\\x{13442}\\x{16FE4}\\x{E0000}-\\x{E0FFF}]");

    // Parts of Hangul syllables: nobody is called by them, some are blank, and others look like strokes.
    private static final Pattern JAMO = Pattern.compile(
            "[\\x{1100}-\\x{11FF}\\x{3130}-\\x{318F}\\x{A960}-\\x{A97F}\\x{D7B0}-\\x{D7FF}\\x{FFA0}-\\x{FFDC}]");

    // More marks than a letter has in any language; Latin letters have theirs in one character by now.
    private static final Pattern PILE = Pattern.compile(
            "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsCommon}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]\\p{M}{3}"
                    + "|\\p{M}{6}");

    // Of no script by themselves, as the apostrophe and the colon among the letters are; but kana may be long.
    private static final Pattern SCRIPTLESS =
            Pattern.compile("(?<![\\p{IsHiragana}\\p{IsKatakana}ー])ー|[\\p{L}&&\\p{IsCommon}&&[^ー]]");

    // Beside Latin letters they look like hyphens, letters and digits.
    private static final Pattern STROKES = Pattern.compile("[一ー〇丨丶丿ノ乀亅乚乙二ニ三ミ十工エ口ロ囗]");

    // Who writes these mixes them with one another, and uses Latin beside the first two.
    private static final List<Set<UnicodeScript>> EAST_ASIAN = List.of(
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            Set.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
            Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

    /// Throws `IllegalArgumentException` that says what a name may be.
    static AccountName of(String text) {
        // Before anything else: to put many marks in order takes the square of their number.
        boolean isFar = text.length() > FAR;
        String normal = isFar ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "a name has %s to %s characters, not %s".formatted(SHORTEST, LONGEST, length));
        }
        if (!FORM.matcher(normal).matches()) {
            throw new IllegalArgumentException(
                    "a name is letters and digits, with single spaces, dots, hyphens and underscores between them");
        }
        if (BLANK.matcher(normal).find()
                || JAMO.matcher(normal).find()
                || SCRIPTLESS.matcher(normal).find()
                || PILE.matcher(normal).find()) {
            throw new IllegalArgumentException("a name has only letters that can be seen and read by themselves");
        }
        if (!isReadable(normal)) {
            throw new IllegalArgumentException("a name is written in one script, not in several");
        }
        return new AccountName(normal, skeleton(normal));
    }

    private static boolean isReadable(String name) {
        Set<UnicodeScript> scripts = scripts(name);
        if (!scripts.remove(UnicodeScript.LATIN) || scripts.isEmpty()) {
            return isOne(scripts);
        }
        return isOne(scripts)
                && EAST_ASIAN.stream().anyMatch(known -> known.containsAll(scripts))
                && !scripts.contains(UnicodeScript.BOPOMOFO)
                && !STROKES.matcher(name).find()
                && Arrays.stream(name.split("[ ._-]")).noneMatch(AccountName::isMixed);
    }

    private static boolean isMixed(String word) {
        Set<UnicodeScript> scripts = scripts(word);
        return scripts.size() > 1 && scripts.contains(UnicodeScript.LATIN);
    }

    private static boolean isOne(Set<UnicodeScript> scripts) {
        return scripts.size() <= 1 || EAST_ASIAN.stream().anyMatch(known -> known.containsAll(scripts));
    }

    private static Set<UnicodeScript> scripts(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
    }

    // Compatibility forms such as full-width letters first, then upper and lower case, then what looks alike; spaces
    // and
    // marks between words tell nobody apart.
    private static String skeleton(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Confusables.skeleton(folded.replaceAll("[ ._-]", ""));
    }
}
