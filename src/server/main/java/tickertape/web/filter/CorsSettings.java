package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;

/// Settings of cross-origin use: `cors.…`.
@Dependent
@ConfigProperties(prefix = "cors")
@SuppressWarnings("NullAway.Init")
public class CorsSettings {

    private static final Pattern ORIGIN =
            Pattern.compile("(?<scheme>https?)://([a-z0-9.-]+|\\[[0-9a-f:]+])(:(?<port>[0-9]{1,5}))?");
    private static final Map<String, String> PORTS = Map.of("http", "80", "https", "443");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final int HIGHEST_PORT = 65_535;

    /// The other origins whose pages may use this service, such as `https://desk.example`; none by default.
    public Optional<List<String>> origins;

    /// Further request headers that those pages may send, such as `X-Request-Id`; none by default.
    public Optional<List<String>> headers;

    /// The origins, checked.
    public Set<String> checked() {
        Set<String> listed = new HashSet<>();
        for (String origin : origins.orElse(List.of())) {
            Matcher parts = ORIGIN.matcher(origin);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "cors.origins lists origins such as https://desk.example:8443, not '%s'".formatted(origin));
            }
            checkPort(origin, parts.group("scheme"), parts.group("port"));
            listed.add(origin);
        }
        headers.orElse(List.of()).forEach(CorsSettings::checkHeader);
        return listed;
    }

    private static void checkHeader(String header) {
        if (!HEADER.matcher(header).matches()) {
            throw new IllegalArgumentException(
                    "cors.headers lists names of headers such as X-Request-Id, not '%s'".formatted(header));
        }
    }

    /// For the log of the start.
    String inWords() {
        return origins.map(listed -> String.join(" ", listed)).orElse("none");
    }

    // Origins are compared as text. One in a form that no browser sends would silently match nothing.
    private static void checkPort(String origin, String scheme, @Nullable String port) {
        if (port == null) {
            return;
        }
        if (port.equals(PORTS.get(scheme))) {
            throw new IllegalArgumentException(
                    "cors.origins lists '%s', which browsers send without the port: it is that of all %s"
                            .formatted(origin, scheme));
        }
        if (port.startsWith("0") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "cors.origins lists '%s', but a port is a number from 1 to %s".formatted(origin, HIGHEST_PORT));
        }
    }
}
