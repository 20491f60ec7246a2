package tickertape.web.filter;

import java.util.regex.Pattern;

/// Checks whether the value of a header follows the grammar of RFC 9110.
///
/// It reads by hand, because a value may have 32 KiB, and a regular expression that repeats a group would recurse
/// that often. It differs from the grammar on purpose: it accepts `*` for any media type and a weight of `.2`,
/// because old Java clients send both, and any token as a language. It refuses what the JAX-RS runtime fails on:
/// commas and backslashes in quotes, items of only spaces, and a `q` that is not a weight, even in a
/// Content-Type. For one thread only.
final class FieldValue {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?|\\.[0-9]{1,3}");

    private final String text;
    private int at;

    private FieldValue(String text) {
        this.text = text;
    }

    /// A list of media types, perhaps with `*`, and their weights.
    static boolean isAccept(String text) {
        var value = new FieldValue(text);
        while (value.item()) {
            if (!value.mediaRange() || !value.parameters() || !value.itemEnds()) {
                return false;
            }
        }
        return true;
    }

    /// A list of languages and their weights.
    static boolean isAcceptLanguage(String text) {
        var value = new FieldValue(text);
        while (value.item()) {
            if (value.token().isEmpty() || !value.parameters() || !value.itemEnds()) {
                return false;
            }
        }
        return true;
    }

    /// One media type.
    static boolean isContentType(String text) {
        var value = new FieldValue(text);
        value.space();
        return value.mediaType() && value.parameters() && value.at == text.length();
    }

    /// Goes to the next item of a list, skipping empty ones.
    private boolean item() {
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
        }
        space();
        return at < text.length();
    }

    private boolean itemEnds() {
        return at == text.length() || text.charAt(at) == ',';
    }

    private boolean mediaRange() {
        int start = at;
        if (mediaType()) {
            return true;
        }
        return text.startsWith("*", start) && at == start + 1 && isAlone();
    }

    /// Whether only weight and parameters follow, without a slash, which the runtime would take for that of the type.
    private boolean isAlone() {
        int comma = text.indexOf(',', at);
        String rest = text.substring(at, comma < 0 ? text.length() : comma);
        return rest.isEmpty() || (rest.startsWith(";") && rest.indexOf('/') < 0);
    }

    private boolean mediaType() {
        return !token().isEmpty() && skip('/') && !token().isEmpty();
    }

    /// Skips the last parameter and the space after it.
    private boolean parameters() {
        space();
        while (skip(';')) {
            space();
            String name = token();
            if (!name.isEmpty() && !(skip('=') && value(name.equalsIgnoreCase("q")))) {
                return false;
            }
            space();
        }
        return true;
    }

    private boolean value(boolean weight) {
        if (skip('"')) {
            return !weight && quotedEnds();
        }
        String value = token();
        return weight ? WEIGHT.matcher(value).matches() : !value.isEmpty();
    }

    private boolean quotedEnds() {
        while (at < text.length() && ",\"\\".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return skip('"');
    }

    private String token() {
        int start = at;
        while (at < text.length() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isTokenCharacter(char one) {
        return (one >= 'a' && one <= 'z')
                || (one >= 'A' && one <= 'Z')
                || (one >= '0' && one <= '9')
                || TOKEN_MARKS.indexOf(one) >= 0;
    }

    private boolean skip(char one) {
        boolean found = at < text.length() && text.charAt(at) == one;
        if (found) {
            at++;
        }
        return found;
    }

    private void space() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }
}
