package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The tests that are said to cover a threat are there.
class ThreatsTest {

    private static final Path PAGE = Path.of("src/docs/security.md");
    private static final Pattern TEST = Pattern.compile("`(?<type>[A-Z]\\w+(?:Test|IT|Soak))(?:\\.(?<method>\\w+))?`");
    private static final Pattern LAST_COLUMN = Pattern.compile("\\|([^|]*)\\|$");

    private static final Map<String, Path> SOURCES = sources();

    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.endsWith("module-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), file -> file, (one, _) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The third column, of each row.
    private static List<String> columns() {
        String page = Deployment.read(PAGE);
        return page.substring(page.indexOf("\n## Threats"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat |"))
                .map(row -> LAST_COLUMN
                        .matcher(row)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .toList();
    }

    @Test
    void eachThreatNamesTests() {
        assertThat(columns())
                .hasSizeGreaterThan(30)
                .allSatisfy(column -> assertThat(column.replaceAll(TEST.pattern(), ""))
                        .isNotEqualTo(column)
                        .doesNotContain("`"));
    }

    @Test
    void eachTestThatIsNamedIsThere() {
        assertThat(columns().stream()
                        .flatMap(column -> TEST.matcher(column).results())
                        .filter(test -> !isThere(test.group("type"), test.group("method")))
                        .map(test -> test.group()))
                .isEmpty();
    }

    private static boolean isThere(String type, @Nullable String method) {
        Path source = SOURCES.get(type);
        return source != null && (method == null || Deployment.read(source).contains("void %s(".formatted(method)));
    }
}
