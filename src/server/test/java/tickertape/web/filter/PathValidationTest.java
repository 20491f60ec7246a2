package tickertape.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which paths below `/api` go on to the JAX-RS runtime.
class PathValidationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/quotes/BTC%2FUSD",
                "/api/quotes/%E8%8B%b9",
                "/api/quotes/%F0%9F%8D%8E",
                "/api/100%25"
            })
    void textIsText(String path) {
        assertThat(PathValidation.isText(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%ff",
                "/api/%C0%80",
                "/api/%E8%8B/%b9",
                "/api/%ED%A0%80",
                "/api/%E8%8B",
                "/api/%zz",
                "/api/%2"
            })
    void otherBytesAreNot(String path) {
        assertThat(PathValidation.isText(path)).isFalse();
    }
}
