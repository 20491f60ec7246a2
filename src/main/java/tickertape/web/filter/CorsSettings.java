package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Settings of cross-origin use: `cors.…`.
@Dependent
@ConfigProperties(prefix = "cors")
@SuppressWarnings("NullAway.Init")
public class CorsSettings {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");

    /// The origins whose pages may use this service, such as `https://desk.example`; nobody's when not set.
    public Optional<List<String>> origins;

    Set<String> checked() {
        Set<String> listed = new HashSet<>();
        for (String origin : origins.orElse(List.of())) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "cors.origins lists origins such as https://desk.example:8443, not '%s'".formatted(origin));
            }
            listed.add(origin);
        }
        return listed;
    }
}
