package tickertape.identity;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Who may read: the settings `access.*`.
@Dependent
@ConfigProperties(prefix = "access")
public class AccessSettings {

    private static final String EVERYONE = "everyone";
    private static final String SIGNED_IN = "signed-in";

    /// Who may read prices and all else that is public here: `everyone`, or only who is `signed-in`.
    String read = EVERYONE;

    /// Whether reading needs a caller; throws `IllegalArgumentException`.
    boolean signedInOnly() {
        return switch (read) {
            case EVERYONE -> false;
            case SIGNED_IN -> true;
            default ->
                throw new IllegalArgumentException(
                        "access.read must be %s or %s, not '%s'".formatted(EVERYONE, SIGNED_IN, read));
        };
    }
}
