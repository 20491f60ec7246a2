package tickertape.identity.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tickertape.identity.session.Sealing;

/// Keeps a sign-in that is under way in the browser, in a cookie of its own: several tabs may sign in at once. Safe
/// for any thread.
record AttemptCookies(Sealing sealing) {

    private static final String PURPOSE = "sign-in";
    private static final String NAME = "tickertape-sign-in-";
    /// Browsers take a cookie of such a name only over HTTPS, from this host, for all of its paths.
    private static final String SECURE = "__Host-";
    /// How much of the state is in the name.
    private static final int MARK = 8;
    private static final int MOST = 4;
    private static final Duration LENGTH = Duration.ofMinutes(10);

    void keep(SignInAttempt attempt, HttpServletRequest request, HttpServletResponse response) {
        // Those that were given up would make requests longer and longer.
        List<Cookie> others = all(request).toList();
        others.stream()
                .limit(Math.max(0, others.size() - MOST + 1))
                .forEach(other -> response.addCookie(cookie(other.getName(), "", 0, request)));
        String sealed = sealing.seal(PURPOSE, attempt.values(), LENGTH);
        response.addCookie(
                cookie(name(attempt.state(), request), sealed, Math.toIntExact(LENGTH.toSeconds()), request));
    }

    /// Takes the attempt of this state out of the browser; empty if that has none.
    Optional<SignInAttempt> take(String state, HttpServletRequest request, HttpServletResponse response) {
        if (state.length() < MARK) {
            return Optional.empty();
        }
        String name = name(state, request);
        Optional<Cookie> kept =
                all(request).filter(cookie -> cookie.getName().equals(name)).findFirst();
        kept.ifPresent(_ -> response.addCookie(cookie(name, "", 0, request)));
        return kept.flatMap(cookie -> sealing.open(PURPOSE, cookie.getValue()))
                .flatMap(values -> SignInAttempt.of(values, state));
    }

    private static Stream<Cookie> all(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String prefix = prefix(request);
        return cookies == null
                ? Stream.empty()
                : Stream.of(cookies).filter(one -> one.getName().startsWith(prefix));
    }

    private static String name(String state, HttpServletRequest request) {
        return prefix(request) + state.substring(0, MARK);
    }

    private static String prefix(HttpServletRequest request) {
        return request.isSecure() ? SECURE + NAME : NAME;
    }

    private static Cookie cookie(String name, String value, int seconds, HttpServletRequest request) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        // It comes with the visitor whom the provider sends back.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
