package tickertape.identity.account;

import java.text.Normalizer;
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

    // Who writes Chinese, Japanese or Korean mixes these with one another and with Latin, and nobody takes them for
    // Latin.
    private static final Set<Character.UnicodeScript> EAST_ASIAN = Set.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.BOPOMOFO);

    /// Throws `IllegalArgumentException` that says what a name may be.
    static AccountName of(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "a name has %s to %s characters, not %s".formatted(SHORTEST, LONGEST, length));
        }
        if (!FORM.matcher(normal).matches()) {
            throw new IllegalArgumentException(
                    "a name is letters and digits, with single spaces, dots, hyphens and underscores between them");
        }
        Set<Character.UnicodeScript> scripts = normal.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(script ->
                        script != Character.UnicodeScript.COMMON && script != Character.UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
        if (scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts)) {
            throw new IllegalArgumentException("a name is written in one script, not in several");
        }
        return new AccountName(normal, skeleton(normal));
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
