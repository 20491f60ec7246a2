package tickertape.chat.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what may be names of people in a text: what follows an `@` that begins a word. As names may have spaces, each
/// has several candidates; the longest that somebody has counts.
public final class MentionFinder {

    /// So many people a message can name.
    public static final int MOST = 10;

    private static final int LONGEST = 32;
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}@/._-])[@＠]");
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[ ._-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");
    private static final Pattern WORD_END = Pattern.compile("(?=[ ._-])|$");

    private final List<List<String>> candidates;

    private MentionFinder(List<List<String>> candidates) {
        this.candidates = candidates;
    }

    public static MentionFinder of(String text) {
        var candidates = new ArrayList<List<String>>();
        Matcher at = AT.matcher(text);
        while (at.find() && candidates.size() < MOST) {
            Matcher name = NAME.matcher(text).region(at.end(), text.length());
            if (name.lookingAt()) {
                candidates.add(prefixes(name.group()));
            }
        }
        return new MentionFinder(candidates);
    }

    // The longest first. Scripts without spaces give one candidate, so names there end with a space.
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

    /// Of each place, the longest name that somebody has.
    public Set<String> longest(Predicate<String> isSomebody) {
        var found = new LinkedHashSet<String>();
        candidates.forEach(each -> each.stream().filter(isSomebody).findFirst().ifPresent(found::add));
        return found;
    }
}
