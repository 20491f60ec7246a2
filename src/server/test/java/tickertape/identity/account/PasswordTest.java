package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a password must be, and what is kept of it.
class PasswordTest {

    private final PasswordHash hashes = new PasswordHash(new AccountSettings().iterations);

    @Test
    void hashMatchesItsPasswordAndNoOther() {
        String hash = hashes.of("correct horse battery");

        assertThat(PasswordHash.matches("correct horse battery", hash)).isTrue();
        assertThat(PasswordHash.matches("correct horse batterz", hash)).isFalse();
        assertThat(hash).startsWith("pbkdf2-sha512:210000:").doesNotContain("horse");
        assertThat(hashes.of("correct horse battery"))
                .as("each has a salt of its own")
                .isNotEqualTo(hash);
    }

    @Test
    void hashStaysGoodWhenTheNumberOfIterationsIsAnother() {
        assertThat(PasswordHash.matches("correct horse battery", new PasswordHash(1_000).of("correct horse battery")))
                .isTrue();
    }

    @Test
    void hashOfNobodyLooksLikeOthersAndMatchesNothing() {
        String hash = hashes.ofNobody();

        assertThat(hash).hasSameSizeAs(hashes.of("correct horse battery")).startsWith("pbkdf2-sha512:210000:");
        assertThat(PasswordHash.matches("correct horse battery", hash)).isFalse();
    }

    @Test
    void accentsMayBeTypedInTwoWays() {
        String hash = hashes.of("caf\u00e9 au lait, s'il vous plait");

        assertThat(PasswordHash.matches("cafe\u0301 au lait, s'il vous plait", hash))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "short, 12 to 256 characters",
        "aaaaaaaaaaaaaaaa, different characters",
        "I am Ann Lee 2026, does not contain the name"
    })
    void weakOnesAreRefusedInWords(String text, String words) {
        assertThatThrownBy(() -> Password.chosen(text, "ann lee"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void nothingThatHoldsAPasswordShowsIt() {
        assertThat(Password.chosen("correct horse battery", "ann")).hasToString("a password");
        assertThat(new Credentials("ann", "correct horse battery").toString()).doesNotContain("horse");
        assertThat(new PasswordChange("correct horse battery", "wrong horse battery").toString())
                .doesNotContain("horse");
    }
}
