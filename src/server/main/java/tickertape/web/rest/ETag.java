package tickertape.web.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// The name of one state of an answer, as `ETag` and `If-None-Match` carry it (RFC 9110, 8.8.3 and 13.1.2).
///
/// @param text as it goes over the wire, with its quotes
public record ETag(String text) {

    // No group repeats, and the length of a header is limited: it reads any of them in one go.
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")");

    /// One that is the same for the same values, though perhaps not for the same bytes: on the way out, the server may
    /// compress them.
    ///
    /// @param state of characters that may stand between the quotes
    public static ETag weak(String state) {
        return new ETag("W/\"" + state + "\"");
    }

    /// One that is the same for the same bytes.
    public static ETag of(byte[] content) {
        var sum = new CRC32C();
        sum.update(content);
        return weak("%x-%08x".formatted(content.length, sum.getValue()));
    }

    /// Whether a client that says this knows the state already; weak and strong tags are the same here.
    ///
    /// @param ifNoneMatch a list of tags, or `*` for any; what is neither knows nothing
    public boolean isIn(String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*")
                || TAG.matcher(ifNoneMatch)
                        .results()
                        .anyMatch(known -> opaque(text).equals(known.group(1)));
    }

    private static String opaque(String tag) {
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches() ? matcher.group(1) : tag;
    }

    @Override
    public String toString() {
        return text;
    }
}
