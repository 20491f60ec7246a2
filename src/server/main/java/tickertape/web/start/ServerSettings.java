package tickertape.web.start;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The settings that the server itself reads. It takes any nonsense, and then opens no port, or trusts nobody.
///
/// @param trustedProxies a regular expression
record ServerSettings(
        String httpPort, String httpsPort, String trustedProxies, String logFormat, Optional<String> password) {

    /// What Liberty takes for: do not listen.
    private static final String NO_PORT = "-1";

    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_PASSWORD = 6;
    private static final List<String> LOG_FORMATS = List.of("simple", "json", "dev", "tbasic");

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
        if (!LOG_FORMATS.contains(logFormat)) {
            throw new IllegalArgumentException(
                    "WLP_LOGGING_CONSOLE_FORMAT '%s' is not one of %s".formatted(logFormat, LOG_FORMATS));
        }
        if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "keystore_password has fewer than %s characters".formatted(SHORTEST_PASSWORD));
        }
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
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "%s must be from 1 to %s, not '%s'".formatted(setting, HIGHEST_PORT, text));
        }
    }
}
