package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.identity.session.TestSealing;

/// What a browser keeps of a sign-in that is under way.
class AttemptCookiesTest {

    private static final String NAME = "tickertape-sign-in-";

    private final AttemptCookies cookies = new AttemptCookies(TestSealing.sealing());
    private final Map<String, Cookie> browser = new LinkedHashMap<>();
    private boolean secure;

    @Test
    void attemptIsTakenOnceByItsStateAndByNoOther() {
        SignInAttempt one = begin();
        SignInAttempt other = begin();

        assertThat(cookies.take(one.state() + "x", request(), response())).isEmpty();
        assertThat(cookies.take(other.state(), request(), response())).hasValue(other);
        assertThat(cookies.take(other.state(), request(), response())).isEmpty();
        assertThat(cookies.take("", request(), response())).isEmpty();
    }

    @Test
    void cookieIsForThisServerOnlyAndForTenMinutes() {
        begin();
        Cookie plain = browser.values().iterator().next();
        secure = true;
        begin();
        Cookie safe = browser.values().stream()
                .filter(cookie -> cookie.getName().startsWith("__Host-" + NAME))
                .findFirst()
                .orElseThrow();

        assertThat(plain.getName()).startsWith(NAME);
        assertThat(plain.isHttpOnly()).isTrue();
        assertThat(plain.getSecure()).isFalse();
        assertThat(safe.getSecure()).isTrue();
        assertThat(safe.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(safe.getPath()).isEqualTo("/");
        assertThat(safe.getMaxAge()).isEqualTo(600);
    }

    @Test
    void attemptsThatWereGivenUpDoNotPileUp() {
        for (int i = 0; i < 20; i++) {
            begin();
        }
        SignInAttempt last = begin();

        assertThat(browser).hasSizeLessThanOrEqualTo(4);
        assertThat(cookies.take(last.state(), request(), response())).hasValue(last);
    }

    private SignInAttempt begin() {
        SignInAttempt attempt = SignInAttempt.begin(
                new SecureRandom(), "https://desk.example/sign-in/callback", ReturnPath.of("/?a=b"));
        cookies.keep(attempt, request(), response());
        return attempt;
    }

    private HttpServletRequest request() {
        Cookie[] all = browser.values().toArray(Cookie[]::new);
        return fake(HttpServletRequest.class, (method, _) -> method.equals("isSecure") ? secure : all);
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (_, cookie) -> {
            if (cookie.getMaxAge() == 0) {
                browser.remove(cookie.getName());
            } else {
                browser.put(cookie.getName(), cookie);
            }
            return null;
        });
    }

    private interface Answer {
        @Nullable
        Object to(String method, Cookie argument);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                AttemptCookiesTest.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answer.to(
                        method.getName(),
                        arguments == null || arguments.length == 0 ? new Cookie("none", "") : (Cookie) arguments[0])));
    }
}
