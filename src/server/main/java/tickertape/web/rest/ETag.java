package tickertape.web.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// Identifies one state of a response, in `ETag` and `If-None-Match` (RFC 9110, 8.8.3 and 13.1.2).
///
/// @param text as it goes over the wire, with its quotes
public record ETag(String text) {

    /// What a header does not carry unchanged.
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\x21\\x23-\\x7e]+");

    // No group repeats, so a header of any length is read without recursion.
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")");

    /// A tag that is equal for equal values, but perhaps not for equal bytes, because the server may compress them.
    ///
    /// @param state any text without a percent sign
    public static ETag weak(String state) {
        String allowed =
                FORBIDDEN.matcher(state).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
        return new ETag("W/\"" + allowed + "\"");
    }

    /// A tag that is equal for equal bytes.
    public static ETag of(byte[] content) {
        var sum = new CRC32C();
        sum.update(content);
        return weak(String.format(Locale.ROOT, "%x-%08x", content.length, sum.getValue()));
    }

    /// Whether a client that sends this header has the current state; weak and strong tags count the same.
    ///
    /// @param ifNoneMatch a list of tags, or `*` for any; anything else matches nothing
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
