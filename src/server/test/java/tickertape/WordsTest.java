package tickertape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dashboard's words: one file a language, each with all that the page says.
class WordsTest {

    private static final Path PAGES = Path.of("src/server/main/webapp");
    private static final Pattern KEY = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);
    private static final Pattern ASKED = Pattern.compile("\\bsay\\(\\s*'([^']+)'");

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        // Names of sectors are the server's own where a language has none.
        Set<String> chinese = keys("zh");
        chinese.removeIf(key -> key.startsWith("sector."));

        assertThat(chinese).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whateverAModuleAsksForIsThere(String language) throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            Set<String> asked = files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(file -> ASKED.matcher(text(file)).results())
                    .map(result -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(asked).isNotEmpty();
            assertThat(keys(language)).containsAll(asked);
        }
    }

    private static Set<String> keys(String language) throws IOException {
        return KEY.matcher(Files.readString(PAGES.resolve("words/%s.js".formatted(language))))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
