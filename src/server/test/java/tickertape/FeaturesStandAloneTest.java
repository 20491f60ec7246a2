package tickertape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A feature is deleted with its folders, its line in `app.js` and what the docs say of it: nothing else names it.
///
/// `ArchitectureTest` says the same of the classes of the server.
class FeaturesStandAloneTest {

    private static final Path PAGE = Path.of("src/server/main/webapp");
    private static final Path BROWSER = Path.of("src/browser/java/browser");
    private static final Pattern TAG = Pattern.compile("customElements\\.define\\('([\\w-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"chat", "trading"})
    void pageNamesItInOneLine(String feature) {
        Path folder = PAGE.resolve(feature);
        String tags = files(folder, "js")
                .flatMap(file -> TAG.matcher(read(file)).results())
                .map(found -> "|[<'\" ]" + found.group(1) + "\\b")
                .collect(Collectors.joining());
        Pattern names = Pattern.compile("/%s/|['\"]%s/%s".formatted(feature, feature, tags));

        assertThat(lines(files(PAGE, "js|css|html").filter(file -> !file.startsWith(folder)), names))
                .allMatch(line -> line.equals("app.js:   import('./%s/feature.js'),".formatted(feature)))
                .hasSize(Files.exists(folder) ? 1 : 0);
    }

    /// Tests in a browser share one folder: those of a feature bear its name.
    @ParameterizedTest
    @ValueSource(strings = {"chat", "trading"})
    void testsOfOthersDoWithoutIt(String feature) {
        String title = feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1);
        String own = files(BROWSER, "java")
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> name.contains(title))
                .map(name -> "|\\b" + name + "\\b")
                .collect(Collectors.joining());
        Pattern names = Pattern.compile("\\b(?:tickertape|it|bench\\.micro)\\.%s\\b%s".formatted(feature, own));

        assertThat(lines(
                        files(Path.of("src"), "java")
                                .filter(file -> !file.toString().contains("/" + feature + "/"))
                                .filter(file -> !file.startsWith(BROWSER)
                                        || !file.getFileName().toString().contains(title)),
                        names))
                .isEmpty();
    }

    private static List<String> lines(Stream<Path> files, Pattern names) {
        return files.flatMap(file -> read(file)
                        .lines()
                        .filter(line -> names.matcher(line).find())
                        .map(line -> file.getFileName() + ": " + line))
                .toList();
    }

    private static Stream<Path> files(Path folder, String endings) {
        if (Files.notExists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(" + endings + ")")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
