package tickertape.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The build files of the root and of all modules.
final class Pom {

    private static final String TEXT = files().stream().map(Deployment::read).collect(Collectors.joining());

    private Pom() {}

    /// The root's comes first.
    static List<Path> files() {
        try (Stream<Path> modules = Files.list(Path.of("src"))) {
            Stream<Path> own = modules.map(module -> module.resolve("pom.xml")).filter(Files::exists);
            return Stream.concat(Stream.of(Path.of("pom.xml"), Path.of("src/pom.xml")), own.sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text() {
        return TEXT;
    }

    /// The project's own version: the first one that is indented by two spaces.
    static String version() {
        return Deployment.found(TEXT, "^ {2}<version>(.+)</version>$");
    }

    /// The version of a dependency of the build.
    static String versionOf(String artifact) {
        String written = Deployment.found(
                TEXT, "<artifactId>%s</artifactId>\\s*<version>([^<]+)</version>".formatted(Pattern.quote(artifact)));
        return written.startsWith("${") ? property(written.substring(2, written.length() - 1)) : written;
    }

    static String property(String name) {
        return Deployment.found(TEXT, "<%1$s>([^<]+)</%1$s>".formatted(Pattern.quote(name)));
    }
}
