package tickertape.commentary.model;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// The language model that writes, if one does: the settings `commentary.model.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "commentary.model")
@SuppressWarnings("NullAway.Init")
public class ModelSettings {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST = 100_000_000;

    /// Where the provider's API is, such as `http://127.0.0.1:11434/v1`; without it, the built-in author writes.
    Optional<String> url;

    /// Which of its models writes.
    Optional<String> name;

    /// How long it may take to connect, and until the first words come.
    Duration timeout = Duration.ofSeconds(20);

    /// How many texts it writes at once; others wait.
    @ConfigProperty(name = "at-once", defaultValue = "4")
    int atOnce = 4;

    /// How many tokens a text may have.
    @ConfigProperty(name = "text-tokens", defaultValue = "800")
    int textTokens = 800;

    /// How many tokens a caller may use in an hour, of its questions, the facts and the answers.
    @ConfigProperty(name = "caller-tokens", defaultValue = "20000")
    int callerTokens = 20_000;

    /// How many tokens all texts together may use in an hour.
    @ConfigProperty(name = "all-tokens", defaultValue = "500000")
    int allTokens = 500_000;

    /// The checked settings; throws `IllegalArgumentException`.
    ModelSettings checked() {
        url.map(URI::create)
                .filter(uri -> !String.valueOf(uri.getScheme()).matches("https?"))
                .ifPresent(uri -> {
                    throw new IllegalArgumentException("commentary.model.url '%s' is no HTTP address".formatted(uri));
                });
        if (url.isPresent() && name.isEmpty()) {
            throw new IllegalArgumentException("commentary.model.url needs commentary.model.name");
        }
        between("timeout", Duration.ofMillis(100), timeout, LONGEST);
        between("at-once", 1, atOnce, 1000);
        between("text-tokens", 10, textTokens, 4000);
        between("caller-tokens", 100, callerTokens, MOST);
        between("all-tokens", 100, allTokens, MOST);
        return this;
    }

    private static <T extends Comparable<T>> void between(String setting, T least, T value, T most) {
        SettingBounds.check("commentary.model." + setting, least, value, most);
    }
}
