package tickertape.identity.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Names for somebody who brings one from elsewhere: that, as far as it can be a name here, then that with a number.
final class GivenNames {

    private static final int MOST = 99;
    /// Leaves room for the number.
    private static final int LONGEST = 28;

    private GivenNames() {}

    /// @param text the name elsewhere, in whatever form
    /// @param id which makes another name where this can't be one
    static List<AccountName> of(String text, String id) {
        String base = base(text, id);
        return Stream.concat(
                        Stream.of(base),
                        IntStream.rangeClosed(2, MOST).mapToObj(number -> "%s %s".formatted(base, number)))
                .map(AccountName::of)
                .toList();
    }

    private static String base(String text, String id) {
        String cleaned = trimmed(Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} ._-]+", "-")
                .replaceAll("([ ._-])[ ._-]+", "$1")
                .replaceAll("([ ._-])\\p{M}+", "$1"));
        int length = cleaned.codePointCount(0, cleaned.length());
        String shortened =
                length <= LONGEST ? cleaned : trimmed(cleaned.substring(0, cleaned.offsetByCodePoints(0, LONGEST)));
        try {
            return AccountName.of(shortened).text();
        } catch (IllegalArgumentException unfit) {
            return String.format(Locale.ROOT, "person-%08x", id.hashCode());
        }
    }

    private static String trimmed(String text) {
        return text.replaceFirst("^[^\\p{L}\\p{N}]+", "").replaceFirst("[ ._-]+$", "");
    }
}
