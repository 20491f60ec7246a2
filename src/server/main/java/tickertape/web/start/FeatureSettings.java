package tickertape.web.start;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Which features this server has: the settings `features.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "features")
@SuppressWarnings("NullAway.Init")
public class FeatureSettings {

    private static final String ROOT = "tickertape.";
    private static final Set<String> NEEDED =
            Set.of("market", "tape", "identity", "store", "web", "cluster", "wire", "quotes");

    /// Features that this server does without, such as `alerts,trading`: they take no memory and no thread, their
    /// topics are not there, and their paths answer 404.
    Optional<List<String>> off;

    /// The same, read where nothing is injected yet.
    public static Set<String> off(Config config) {
        return Set.copyOf(config.getOptionalValues("features.off", String.class).orElse(List.of()));
    }

    /// The feature that a class belongs to; empty if it is none of ours.
    public static String of(Class<?> type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }

    /// Throws `IllegalArgumentException` for a name that is no feature's, or one that nothing works without.
    ///
    /// @param found features of which there are classes
    static void check(Set<String> off, Set<String> found) {
        for (String name : off) {
            if (name.isEmpty() || NEEDED.contains(name) || !found.contains(name)) {
                throw new IllegalArgumentException(
                        "features.off '%s' is no feature that a server can do without".formatted(name));
            }
        }
    }
}
