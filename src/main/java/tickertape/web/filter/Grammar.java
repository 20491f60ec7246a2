package tickertape.web.filter;

import java.util.Locale;
import java.util.regex.Pattern;

/// How the headers read that say what a client wants and sends (RFC 9110, sections 8.3 and 12.5).
///
/// Looser than that standard where clients are: Java's own ask for `*; q=.2`.
final class Grammar {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String WEIGHT = "[qQ]=(?:0(?:\\.\\d*+)?|1(?:\\.0*+)?|\\.\\d++)";
    private static final String PARAMETER =
            "\\s*+;\\s*+(?:" + WEIGHT + "(?=[\\s,;]|$)|(?![qQ]=)" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))";

    private static final Pattern RANGES = list("(?:" + TOKEN + "/" + TOKEN + "|\\*)(?:" + PARAMETER + ")*+");
    private static final Pattern LANGUAGES =
            list("(?:\\*|[A-Za-z]{1,8}+(?:-[A-Za-z0-9]{1,8}+)*+)(?:\\s*+;\\s*+" + WEIGHT + ")?+");
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*+\\s*+;?");

    private Grammar() {}

    /// Whether a header can be understood; any value of one that is not known here.
    static boolean understands(String header, String value) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "accept" -> RANGES.matcher(value).matches();
            case "accept-language" -> LANGUAGES.matcher(value).matches();
            case "content-type" -> TYPE.matcher(value).matches();
            default -> true;
        };
    }

    private static Pattern list(String element) {
        return Pattern.compile("\\s*+(?:" + element + ")?+\\s*+(?:,\\s*+(?:" + element + ")?+\\s*+)*+");
    }
}
