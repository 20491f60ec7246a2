package tickertape.docs;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What the build file says.
final class Pom {

    private static final String TEXT = Deployment.read(Path.of("pom.xml"));

    private Pom() {}

    /// The project's own version: the first one that stands two spaces deep.
    static String version() {
        return Deployment.found(TEXT, "^ {2}<version>(.+)</version>$");
    }

    /// The version of what the build depends on.
    static String versionOf(String artifact) {
        String written = Deployment.found(
                TEXT, "<artifactId>%s</artifactId>\\s*<version>([^<]+)</version>".formatted(Pattern.quote(artifact)));
        return written.startsWith("${") ? property(written.substring(2, written.length() - 1)) : written;
    }

    private static String property(String name) {
        return Deployment.found(TEXT, "<%1$s>([^<]+)</%1$s>".formatted(Pattern.quote(name)));
    }
}
