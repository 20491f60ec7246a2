package tickertape.web.start;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The settings that the server itself reads. It takes any nonsense, and then opens no port, or trusts nobody.
///
/// @param trustedProxies a regular expression
/// @param connections how many to the database there are at most
/// @param updates when a changed application is deployed
/// @param httpConnections how many clients may be connected without TLS
/// @param httpsConnections how many may be over TLS
public record ServerSettings(
        String httpPort,
        String httpsPort,
        String trustedProxies,
        String logFormat,
        Optional<String> password,
        String connections,
        String updates,
        String httpConnections,
        String httpsConnections) {

    /// What Liberty takes for: do not listen.
    private static final String NO_PORT = "-1";

    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_PASSWORD = 6;
    private static final List<String> LOG_FORMATS = List.of("simple", "json", "dev", "tbasic");
    private static final List<String> UPDATES = List.of("polled", "disabled", "mbean");
    private static final int MOST_CONNECTIONS = 1000;
    private static final int MOST_CLIENTS = 1_000_000;

    /// Throws `IllegalArgumentException` that names a setting that makes no sense.
    void check() {
        checkPort("http.port", httpPort);
        if (!httpsPort.equals(NO_PORT)) {
            checkPort("https.port", httpsPort);
        }
        if (httpPort.equals(httpsPort)) {
            throw new IllegalArgumentException("http.port and https.port are both %s".formatted(httpPort));
        }
        checkProxies();
        checkChoice("WLP_LOGGING_CONSOLE_FORMAT", LOG_FORMATS, logFormat);
        if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "keystore_password has fewer than %s characters".formatted(SHORTEST_PASSWORD));
        }
        checkNumber("database.connections", MOST_CONNECTIONS, connections);
        checkChoice("application.updates", UPDATES, updates);
        checkNumber("http.connections", MOST_CLIENTS, httpConnections);
        checkNumber("https.connections", MOST_CLIENTS, httpsConnections);
    }

    /// How many clients may be connected to the port that takes more of them.
    public int clients() {
        return Math.max(Integer.parseInt(httpConnections), Integer.parseInt(httpsConnections));
    }

    private void checkProxies() {
        try {
            var _ = Pattern.compile(trustedProxies);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(
                    "trusted.proxies '%s' is no regular expression: %s"
                            .formatted(trustedProxies, malformed.getDescription()),
                    malformed);
        }
    }

    private static void checkPort(String setting, String text) {
        checkNumber(setting, HIGHEST_PORT, text);
    }

    private static void checkNumber(String setting, int most, String text) {
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("%s must be from 1 to %s, not '%s'".formatted(setting, most, text));
        }
    }

    private static void checkChoice(String setting, List<String> choices, String text) {
        if (!choices.contains(text)) {
            throw new IllegalArgumentException("%s '%s' is not one of %s".formatted(setting, text, choices));
        }
    }
}
