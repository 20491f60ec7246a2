package tickertape.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A host is a name or an address, and nothing that a URL would take for a path.
class RequestedHostTest {

    private static final String PATH = "/api/stream";

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9080, localhost",
        "https://Desk.Example, desk.example",
        "http://127.0.0.1, 127.0.0.1",
        "http://[::1]:9080, [::1]",
        "http://nginx_1:80, nginx_1"
    })
    void hostHasNoPortAndNoCase(String origin, String name) {
        assertThat(RequestedHost.of(origin + PATH, PATH)).contains(new RequestedHost(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a/api/quotes?",
                "http://a/api/quotes#",
                "http://a/b",
                "http://user@a",
                "http://a:b",
                "http://a:123456",
                "http://",
                "http://a\\",
                "http://a;",
                "http://[::1",
                "http://a%2f"
            })
    void pathInItsPlaceIsMalformed(String origin) {
        assertThat(RequestedHost.of(origin + PATH, PATH)).isEmpty();
    }

    @Test
    void urlThatDoesNotEndWithThePathIsMalformed() {
        assertThat(RequestedHost.of("http://a/api/quotes", PATH)).isEmpty();
    }
}
