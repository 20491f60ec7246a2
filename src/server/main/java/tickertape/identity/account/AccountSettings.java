package tickertape.identity.account;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// Accounts of this server: the settings `identity.accounts.*`.
@Dependent
@ConfigProperties(prefix = "identity.accounts")
@SuppressWarnings("NullAway.Init")
public class AccountSettings {

    /// Whether everybody may make an account here. Those that are there stay, and may sign in.
    @ConfigProperty(name = "sign-up", defaultValue = "true")
    boolean signUp = true;

    /// The accounts that may change the rights of others: their ids, as `/api/session` tells them, separated by commas.
    Optional<List<String>> administrators;

    /// How often one address may try to sign in or up in a minute; a name may be tried a sixth as often.
    @ConfigProperty(name = "attempts-per-minute", defaultValue = "60")
    int attemptsPerMinute = 60;

    /// How often PBKDF2 (HMAC-SHA-512) is applied to a new password. The more, the longer it takes to guess passwords
    /// from a stolen database, and each sign-in too: by default as OWASP asks. Fewer are for tests.
    @ConfigProperty(name = "iterations", defaultValue = "210000")
    int iterations = 210_000;

    /// These settings, checked; throws `IllegalArgumentException`.
    AccountSettings checked() {
        SettingBounds.check("identity.accounts.attempts-per-minute", 6, attemptsPerMinute, 1_000_000);
        SettingBounds.check("identity.accounts.iterations", 1_000, iterations, 10_000_000);
        return this;
    }

    Set<String> administrators() {
        return administrators.map(Set::copyOf).orElse(Set.of());
    }

    String inWords() {
        return "sign-up %s, %s administrators, %s attempts a minute and address"
                .formatted(
                        signUp ? "open" : "closed",
                        administrators().isEmpty() ? "no" : administrators().size(),
                        attemptsPerMinute);
    }
}
