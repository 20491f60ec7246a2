package tickertape.chat.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what may be names of people in a text: what follows an `@` that begins a word, or stands in a script without
/// spaces. As names may have spaces, each has several candidates; the longest that somebody has counts.
public final class MentionFinder {

    /// So many people a message can name.
    public static final int MOST = 10;

    private static final int LONGEST = 32;

    // More than a message names, because some are nobody.
    private static final int MOST_CANDIDATES = 100;

    // Their letters stand next to a word of another script.
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final Pattern AT = Pattern.compile("(?<=^|[%s]|[^\\p{L}\\p{M}\\p{N}@/._-])[@＠]".formatted(UNSPACED));
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[ ._-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");
    private static final Pattern WORD_END =
            Pattern.compile("(?![\\p{L}\\p{M}\\p{N}])|(?!\\p{M})(?:(?<=[%1$s])(?![%1$s])|(?<![%1$s ._-])(?=[%1$s]))"
                    .formatted(UNSPACED));

    private final List<List<String>> candidates;

    private MentionFinder(List<List<String>> candidates) {
        this.candidates = candidates;
    }

    public static MentionFinder of(String text) {
        var candidates = new ArrayList<List<String>>();
        Matcher at = AT.matcher(text);
        while (at.find() && candidates.size() < MOST_CANDIDATES) {
            Matcher name = NAME.matcher(text).region(at.end(), text.length());
            if (name.lookingAt()) {
                candidates.add(prefixes(name.group()));
            }
        }
        return new MentionFinder(candidates);
    }

    // The longest first. A name in a script without spaces ends where another script begins, or with a space.
    private static List<String> prefixes(String words) {
        return WORD_END.matcher(words)
                .results()
                .map(end -> words.substring(0, end.start()))
                .filter(prefix -> !prefix.isEmpty() && prefix.codePointCount(0, prefix.length()) <= LONGEST)
                .toList()
                .reversed();
    }

    /// All names that somebody may have.
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        candidates.forEach(names::addAll);
        return names;
    }

    /// Of each place, whoever has the longest name that somebody has: the first [#MOST], each once.
    ///
    /// @param known people by their names
    public <T> List<T> longest(Map<String, T> known) {
        return candidates.stream()
                .flatMap(each -> each.stream().filter(known::containsKey).limit(1))
                .map(known::get)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
