package tickertape.commentary.author;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// How the last text in each language began: the next one is to begin in other words. Safe for any thread.
final class Openings {

    /// So often another text is written; there may be no other words for its facts.
    private static final int TRIES = 10;

    private static final Pattern END = Pattern.compile("(?<=[.:;](?= ))|(?<=[。：；，])");
    private static final Pattern NUMBERS = Pattern.compile("[0-9][0-9.,]*");

    private final Map<Language, String> last = new EnumMap<>(Language.class);

    /// The first of some texts that begins in other words than the one before.
    synchronized String another(Language language, Supplier<String> texts) {
        String before = last.getOrDefault(language, "");
        String text = texts.get();
        for (int tries = 1; tries < TRIES && opening(text).equals(before); tries++) {
            text = texts.get();
        }
        last.put(language, opening(text));
        return text;
    }

    /// The words of its first sentence, or of the first part of that.
    static String opening(String text) {
        return NUMBERS.matcher(END.split(text, 2)[0]).replaceAll("#");
    }
}
