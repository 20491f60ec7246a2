import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A line of a script without the room around its punctuation.
///
/// What is in quotes stays as it is, and so does a whole line that has more than quotes can explain: a slash, which
/// may begin a regular expression, or a template inside a template. Signs keep their room: `a - -b` is not `a--b`.
final class ScriptLine {

    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`");
    private static final Pattern UNCERTAIN = Pattern.compile("[/'\"`\\\\]");
    private static final Pattern ROOM = Pattern.compile(" ?([{}();,=<>?:&|\\[\\]]) ?");
    /// The tests read what a module imports.
    private static final Pattern IMPORT = Pattern.compile("^import \\{ (.+) } from ");

    private ScriptLine() {}

    static String packed(String line) {
        var imported = IMPORT.matcher(line);
        if (imported.find()) {
            String names = imported.group(1).replace(", ", ",");
            return "import {%s} from %s".formatted(names, line.substring(imported.end()));
        }
        boolean nested = line.chars().filter(one -> one == '`').count() > 2;
        if (line.startsWith("import ")
                || nested
                || UNCERTAIN.matcher(QUOTED.matcher(line).replaceAll("")).find()) {
            return line;
        }
        var packed = new StringBuilder();
        int end = 0;
        for (MatchResult quoted : QUOTED.matcher(line).results().toList()) {
            packed.append(tight(line.substring(end, quoted.start()))).append(quoted.group());
            end = quoted.end();
        }
        return packed.append(tight(line.substring(end))).toString();
    }

    private static String tight(String code) {
        return ROOM.matcher(code).replaceAll("$1");
    }
}
