import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The comments of scripts and style sheets. Each line keeps its number, so that what a browser reports still fits the
/// sources.
///
/// Of a script, these are the comments for its documentation, wherever they stand, and lines that are nothing but a
/// comment: what looks like one behind other code may be part of a text. A text of several lines must have no such
/// line.
final class Comments {

    private static final Pattern OF_SCRIPTS =
            Pattern.compile("/[*][*].*?[*]/ ?|^ *//[^\n]*", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern OF_SHEETS = Pattern.compile("/[*].*?[*]/", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("^ +$", Pattern.MULTILINE);

    private Comments() {}

    /// @param file the name by which scripts and style sheets are known
    static String blank(String file, String text) {
        if (file.endsWith(".js")) {
            return blank(OF_SCRIPTS, text);
        }
        return file.endsWith(".css") ? blank(OF_SHEETS, text) : text;
    }

    private static String blank(Pattern comment, String text) {
        String code = comment.matcher(text).replaceAll(Comments::lineEnds);
        return BLANK.matcher(code).replaceAll("");
    }

    private static String lineEnds(MatchResult comment) {
        return comment.group().replaceAll("[^\n]", "");
    }
}
