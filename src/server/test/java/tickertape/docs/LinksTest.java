package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the pages name is there: files, and what is in them.
class LinksTest {

    private static final Pattern LINK =
            Pattern.compile("\\[(?<text>[^]]+)]\\((?<file>[^)#\\s]*)(?:#(?<heading>[^)]+))?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PATH = Pattern.compile("`((?:src/(?!main/)|liberty/|\\.ci/)[\\w./-]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Stream<Path> pages() {
        try (Stream<Path> files = Files.walk(Path.of("src/docs"))) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")), pages.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        assertThat(links(page).filter(link -> !leadsSomewhere(page, link)).map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void codeThatIsLinkedIsInTheFile(Path page) {
        assertThat(links(page)
                        .filter(link -> CODE.matcher(link.group("text"))
                                .results()
                                .anyMatch(code -> !names(target(page, link), code.group(1))))
                        .map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pathsExist(Path page) {
        assertThat(PATH.matcher(Deployment.read(page))
                        .results()
                        .map(path -> path.group(1))
                        .filter(path -> Files.notExists(Path.of(path))))
                .isEmpty();
    }

    /// Those to other places of this project.
    private static Stream<MatchResult> links(Path page) {
        return LINK.matcher(Deployment.read(page))
                .results()
                .filter(link -> !link.group("file").contains(":"));
    }

    private static boolean leadsSomewhere(Path page, MatchResult link) {
        Path file = target(page, link);
        String heading = link.group("heading");
        return Files.exists(file) && (heading == null || headings(file).contains(heading));
    }

    private static Path target(Path page, MatchResult link) {
        String file = link.group("file");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    /// Whether a file is called so, or contains the text, or each of the names that dots separate.
    private static boolean names(Path file, String text) {
        if (file.endsWith(text.replaceFirst("^(\\.\\./)+", ""))) {
            return true;
        }
        String content = Files.isRegularFile(file) ? Deployment.read(file) : "";
        return content.contains(text)
                || Stream.of(text.split("\\.", -1))
                        .allMatch(name -> !name.isEmpty()
                                && Pattern.compile("\\b%s\\b".formatted(Pattern.quote(name)))
                                        .matcher(content)
                                        .find());
    }

    // As GitHub does.
    private static List<String> headings(Path file) {
        return HEADING.matcher(Deployment.read(file))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
