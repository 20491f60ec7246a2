package tickertape.commentary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Settings that make no sense are refused, and the refusal names them, but never the key.
class ModelSettingsTest {

    private static final String KEY = "sk-0123456789";

    static ModelSettings none() {
        var settings = new ModelSettings();
        settings.url = Optional.empty();
        settings.name = Optional.empty();
        settings.key = Optional.empty();
        return settings;
    }

    static ModelSettings at(String url) {
        ModelSettings settings = none();
        settings.url = Optional.of(url);
        settings.name = Optional.of("small:1b");
        return settings;
    }

    private static void assertRefused(ModelSettings settings, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(settings::checked)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .contains(words)
                        .contains("commentary.model.")
                        .doesNotContain(KEY));
    }

    @Test
    void withoutAnAddressThereIsNoModel() {
        assertThat(ModelAuthor.of(none(), Executors.defaultThreadFactory(), System::nanoTime))
                .isEmpty();
        assertThat(none().inWords()).isEqualTo("built in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:11434/v1",
                "http://ollama:11434/v1/",
                "https://api.example/v1",
                "HTTPS://api.example"
            })
    void addressOfAnApiIsTaken(String url) {
        assertThat(at(url).checked().inWords()).contains(url, "small:1b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ollama:11434",
                "ftp://api.example/v1",
                "http:///v1",
                "/v1",
                "http://a b/",
                "https://ann:secret@api.example/v1",
                "https://api.example/v1?a=b",
                "https://api.example/v1#a"
            })
    void whatIsNoAddressIsRefused(String url) {
        assertRefused(at(url), "commentary.model.url");
    }

    @Test
    void addressAndNameBelongTogether() {
        ModelSettings nameless = at("https://api.example/v1");
        nameless.name = Optional.empty();
        assertRefused(nameless, "commentary.model.name is missing");

        ModelSettings nowhere = none();
        nowhere.name = Optional.of("small:1b");
        assertRefused(nowhere, "commentary.model.url is missing");
        nowhere.name = Optional.empty();
        nowhere.key = Optional.of(KEY);
        assertRefused(nowhere, "commentary.model.url is missing");

        ModelSettings spaced = at("https://api.example/v1");
        spaced.name = Optional.of("small 1b");
        assertRefused(spaced, "commentary.model.name");
    }

    @Test
    void keyIsNotSentInTheClear() {
        ModelSettings settings = at("http://ollama:11434/v1");
        settings.key = Optional.of(KEY);
        assertRefused(settings, "unencrypted");
        settings.url = Optional.of("http://localhost:11434/v1");
        assertThat(settings.checked().inWords()).doesNotContain(KEY);
        settings.key = Optional.of(KEY + "\n");
        assertRefused(settings, "commentary.model.key");
    }

    @Test
    void numbersHaveBounds() {
        ModelSettings settings = at("https://api.example/v1");
        settings.timeout = Duration.ZERO;
        assertRefused(settings, "timeout", "PT0S");
        settings.timeout = Duration.ofSeconds(5);
        settings.atOnce = 0;
        assertRefused(settings, "at-once");
        settings.atOnce = 1;
        settings.tokenParameter = "tokens";
        assertRefused(settings, "token-parameter", "'tokens'");
    }
}
