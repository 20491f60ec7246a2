package tickertape.commentary.model;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final String PREFIX = "commentary.model.";
    private static final String MAX_TOKENS = "max_tokens";
    private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 100_000_000;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern NAME = Pattern.compile("[!-~]{1,90}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,2000}");

    /// Where the provider's API is, such as `http://127.0.0.1:11434/v1`. Without it, the built-in author writes.
    Optional<String> url;

    /// Which of its models writes. It has to be set with the address.
    Optional<String> name;

    /// The key that it wants, from the environment only, also as `commentary_model_key`. Over plain HTTP it is sent to
    /// this machine only.
    Optional<String> key;

    /// How long it may say nothing, from 0.1 s to ten minutes: then a text ends as `slow`. A text waits half as long
    /// for its turn, and ends as `busy` then.
    Duration timeout = Duration.ofSeconds(30);

    /// How many texts it writes at once; others wait.
    @ConfigProperty(name = "at-once", defaultValue = "4")
    int atOnce = 4;

    /// How many tokens a text may have.
    @ConfigProperty(name = "text-tokens", defaultValue = "800")
    int textTokens = 800;

    /// What it is told that in: `max_tokens`, or `max_completion_tokens` as newer models of OpenAI want it.
    @ConfigProperty(name = "token-parameter", defaultValue = "max_tokens")
    String tokenParameter = MAX_TOKENS;

    /// How many tokens a caller may use in an hour, of questions, facts and answers.
    @ConfigProperty(name = "caller-tokens", defaultValue = "20000")
    int callerTokens = 20_000;

    /// How many tokens all texts together may use in an hour.
    @ConfigProperty(name = "all-tokens", defaultValue = "500000")
    int allTokens = 500_000;

    /// The checked settings; throws `IllegalArgumentException`.
    public ModelSettings checked() {
        between("timeout", Duration.ofMillis(100), timeout, LONGEST);
        between("at-once", 1, atOnce, 1000);
        between("text-tokens", 10, textTokens, 4000);
        between("caller-tokens", 100, callerTokens, MOST);
        between("all-tokens", 100, allTokens, MOST);
        if (!tokenParameter.equals(MAX_TOKENS) && !tokenParameter.equals(MAX_COMPLETION_TOKENS)) {
            throw new IllegalArgumentException(PREFIX
                    + "token-parameter must be %s or %s, not '%s'"
                            .formatted(MAX_TOKENS, MAX_COMPLETION_TOKENS, tokenParameter));
        }
        if (url.isEmpty() && Stream.of(name, key).anyMatch(Optional::isPresent)) {
            throw new IllegalArgumentException(PREFIX + "url is missing: nobody knows where the model is");
        }
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw new IllegalArgumentException(PREFIX + "key has 1 to 2,000 characters of ASCII, no spaces");
        }
        if (url.isPresent()) {
            checkAddress(url.get());
            String model = name.orElseThrow(() ->
                    new IllegalArgumentException(PREFIX + "name is missing: the provider does not know which model"));
            if (!NAME.matcher(model).matches()) {
                throw new IllegalArgumentException(PREFIX + "name has 1 to 90 characters of ASCII, no spaces");
            }
        }
        return this;
    }

    private void checkAddress(String text) {
        URI uri = uri(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !Set.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException(PREFIX + "url is an http or https URL, not '%s'".formatted(text));
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(PREFIX + "url has no user, no query and no fragment");
        }
        if (key.isPresent()
                && scheme.equals("http")
                && !THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    PREFIX + "key would be sent to '%s' unencrypted: take https".formatted(text));
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException nonsense) {
            throw new IllegalArgumentException(PREFIX + "url is no URL: '%s'".formatted(text), nonsense);
        }
    }

    boolean asksForCompletionTokens() {
        return tokenParameter.equals(MAX_COMPLETION_TOKENS);
    }

    /// For the line that the start leaves in the log.
    public String inWords() {
        return url.map(where -> "the model %s at %s, %s texts at once, %s tokens an hour"
                        .formatted(name.orElse(""), where, atOnce, allTokens))
                .orElse("built in");
    }

    private static <T extends Comparable<T>> void between(String setting, T least, T value, T most) {
        SettingBounds.check(PREFIX + setting, least, value, most);
    }
}
