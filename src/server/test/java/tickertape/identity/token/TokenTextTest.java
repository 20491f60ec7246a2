package tickertape.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a token is written, and what is kept of it.
class TokenTextTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void tokenIsReadAsItWasWritten() {
        TokenText token = TokenText.of(RANDOM);

        assertThat(TokenText.parse(token.text())).hasValue(token);
        assertThat(token.matches(token.hash())).isTrue();
        assertThat(TokenText.of(RANDOM).matches(token.hash())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ttk_", "ttk_abc.def", "eyJhbGciOiJub25lIn0.e30.", "ttk_0123456789abcdef.short"})
    void whatIsNoneIsNotReadAsOne(String text) {
        assertThat(TokenText.parse(text)).isEmpty();
    }

    @Test
    void neitherHashNorNameShowTheSecret() {
        TokenText token = TokenText.of(RANDOM);

        assertThat(token.hash()).doesNotContain(token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
    }
}
