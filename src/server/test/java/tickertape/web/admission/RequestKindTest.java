package tickertape.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which requests must not take each other's threads.
class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/stream, STREAM",
        "GET, /api/stream/, STREAM",
        "HEAD, /api/stream, OTHER",
        "OPTIONS, /api/stream, OTHER",
        "GET, /health/live, HEALTH",
        "GET, /openapi/ui/, OPENAPI",
        "GET, /metrics, OTHER",
        "GET, /, OTHER",
        "GET, *, OTHER"
    })
    void kindFollowsFromMethodAndPath(String method, String path, RequestKind kind) {
        assertThat(RequestKind.of(method, path, "")).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"/shop/api/stream, STREAM", "/api/stream, OTHER", "/health, HEALTH"})
    void applicationMayHaveAContextPath(String path, RequestKind kind) {
        assertThat(RequestKind.of("GET", path, "/shop")).isEqualTo(kind);
    }
}
