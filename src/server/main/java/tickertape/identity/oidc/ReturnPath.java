package tickertape.identity.oidc;

import java.util.regex.Pattern;

/// Where on the page a visitor was, and comes back to: a path of this server, never an address elsewhere.
record ReturnPath(String text) {

    static final ReturnPath START = new ReturnPath("/");

    private static final int LONGEST = 1000;
    // No slash after a slash, no backslash, which browsers take for one, and nothing that a browser would leave out.
    private static final Pattern LOCAL = Pattern.compile("/(?:[\\w~!$&'()*+,;=:@%-][\\w.~!$&'()*+,;=:@%-]*+/?)*+"
            + "(?:\\?[\\w.~!$&'()*+,;=:@%/?-]*+)?(?:#[\\w.~!$&'()*+,;=:@%/?-]*+)?");
    private static final Pattern OWN_MARK = Pattern.compile("(?<=[?&])sign-in=[^&#]*&?");

    /// Whatever is no path of the page leads to its start.
    static ReturnPath of(String text) {
        boolean local =
                text.length() <= LONGEST && LOCAL.matcher(text).matches() && !text.startsWith(SignInServlet.BEGIN);
        return local ? new ReturnPath(text) : START;
    }

    /// The same path, with what came of a sign-in.
    String with(SignInOutcome outcome) {
        int hash = text.indexOf('#');
        String before = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash);
        String clean = OWN_MARK.matcher(before).replaceAll("").replaceFirst("[?&]$", "");
        return "%s%ssign-in=%s%s".formatted(clean, clean.indexOf('?') < 0 ? "?" : "&", outcome.text(), fragment);
    }
}
