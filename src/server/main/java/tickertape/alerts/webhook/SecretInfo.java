package tickertape.alerts.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The secret of an owner, as its owner sees it.
///
/// @param secret what requests are signed with, `whsec_…`
/// @param created when it was made
/// @param previousUntil until when the one before signs too; null if it does not
public record SecretInfo(
        String secret, Instant created, @Nullable Instant previousUntil) {

    static SecretInfo of(SecretTable.Secrets secrets, Instant now) {
        boolean isChanging = secrets.at(now).size() > 1;
        return new SecretInfo(secrets.newest().text(), secrets.created(), isChanging ? secrets.previousUntil() : null);
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "a secret of " + created;
    }
}
