package tickertape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the page: each feature's folder has one file a language, with all that the feature says; and so may
/// folders in it, with what is said later.
class WordsTest {

    private static final Path PAGE = Path.of("src/server/main/webapp");
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final Pattern KEY = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("\\b(?:say\\(\\s*|(?:label|help): )'([^']+)'");

    /// The folders that every feature may use the words of: what all pages have.
    private static final List<String> BASE = List.of("core", "quotes");

    static Stream<Path> foldersWithWords() throws IOException {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(file -> file.endsWith("words")).map(Path::getParent).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("foldersWithWords")
    void bothLanguagesHaveTheSameKeys(Path folder) {
        // The names of sectors and companies come from the server, in English.
        Set<String> chinese = keys(folder, "zh");
        chinese.removeIf(key -> key.startsWith("sector.") || key.startsWith("company."));

        assertThat(chinese).isNotEmpty().isEqualTo(keys(folder, "en"));
    }

    @ParameterizedTest
    @MethodSource("foldersWithWords")
    void aFeatureHasAllWordsThatItUses(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> used = files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(file -> USED.matcher(text(file)).results())
                    .map(result -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            for (String language : LANGUAGES) {
                Set<String> known = new TreeSet<>();
                foldersWithWords()
                        .filter(other -> other.startsWith(folder) || folder.startsWith(other))
                        .forEach(other -> known.addAll(keys(other, language)));
                BASE.forEach(base -> known.addAll(keys(PAGE.resolve(base), language)));
                assertThat(used).isNotEmpty().isSubsetOf(known);
            }
        }
    }

    @Test
    void noTwoFeaturesUseTheSameKey() throws IOException {
        Map<String, Path> owners = new HashMap<>();
        foldersWithWords()
                .forEach(folder -> keys(folder, "zh")
                        .forEach(key -> assertThat(owners.put(key, folder))
                                .as("the other owner of %s", key)
                                .isNull()));
        assertThat(new TreeSet<>(owners.values())).as("features").hasSizeGreaterThan(2);
    }

    private static Set<String> keys(Path folder, String language) {
        return KEY.matcher(text(folder.resolve("words/%s.js".formatted(language))))
                .results()
                .map(result -> result.group(1))
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
