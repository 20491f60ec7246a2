package tickertape.docs;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line in a table of settings.
///
/// @param key its name, such as `stream.heartbeat`
/// @param initial its default, as one would write it into a variable; empty if there is none
/// @param sentence what it is for
record Setting(String key, String initial, String sentence) {

    private static final Pattern LINE = Pattern.compile(
            "^\\| `(?<key>[\\w.-]+)` \\|(?: `(?<variable>\\w+)` \\|)? (?:`(?<initial>[^`]*)`|[^|]*)? ?\\| (?<sentence>.*) \\|$",
            Pattern.MULTILINE);

    /// All settings that a page lists, in its order.
    static Stream<Setting> in(String page) {
        return LINE.matcher(page).results().map(line -> {
            String initial = line.group("initial");
            return new Setting(line.group("key"), initial == null ? "" : initial, line.group("sentence"));
        });
    }

    /// The environment variable that MicroProfile Config reads for it.
    String variable() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    String line() {
        String shown = initial.isEmpty() ? "" : "`%s` ".formatted(initial);
        return "| `%s` | `%s` | %s| %s |\n".formatted(key, variable(), shown, sentence);
    }
}
