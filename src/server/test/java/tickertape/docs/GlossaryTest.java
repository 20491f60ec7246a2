package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Types have names from the glossary, and the glossary has no words that the code does not use.
class GlossaryTest {

    private static final String PAGE = Deployment.read(Path.of("src/docs/glossary.md"));
    private static final List<MatchResult> ENTRIES =
            matches("^- \\*\\*(?<word>[\\w -]+)\\*\\*: (?<sentence>.+(?:\\n {2}.+)*)$", PAGE);
    private static final Set<String> WORDS =
            ENTRIES.stream().map(entry -> joined(entry.group("word"))).collect(Collectors.toSet());
    private static final Set<String> ENDINGS = matches("^\\| `(\\w+)` \\|", PAGE).stream()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    private static final List<Path> NAMED = List.of(
            Path.of("src/server/main/java/tickertape/market"),
            Path.of("src/server/main/java/tickertape/tape"),
            Path.of("src/server/main/java/tickertape/store"),
            Path.of("src/wire/main/java"),
            Path.of("src/client/main/java"));
    private static final List<Path> MAIN = List.of(
            Path.of("src/server/main/java"),
            Path.of("src/server/main/webapp"),
            Path.of("src/wire/main/java"),
            Path.of("src/client/main/java"));

    private static final String PUBLIC_TYPE =
            "^public (?:final |abstract |sealed |non-sealed )*(?:class|interface|enum|record|@interface) (\\w+)";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z]+");
    private static final Pattern PART = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");
    private static final int LONGEST_WORD = 4;

    @Test
    void everyPublicTypeIsNamedByTheGlossary() {
        assertThat(publicTypes())
                .hasSizeGreaterThan(50)
                .allSatisfy(type -> assertThat(isInTheGlossary(type))
                        .as("`%s`, or what is before its ending, is a word of src/docs/glossary.md", type)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rounds", "TapeDoor", "Door", "Settings", "DoorSettings", "QuotesSettingsBeans"})
    void nameThatIsNotInTheGlossaryIsFound(String type) {
        assertThat(isInTheGlossary(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tape", "TickListener", "StreamSettings", "SseWriter"})
    void nameIsAWordOrAWordWithAnEnding(String type) {
        assertThat(isInTheGlossary(type)).isTrue();
    }

    @Test
    void everyWordIsUsedInTheCode() {
        var unused = new TreeSet<>(WORDS);

        unused.removeAll(wordsOfTheCode());

        assertThat(unused).isEmpty();
    }

    @Test
    void everyEndingIsUsed() {
        var unused = new TreeSet<>(ENDINGS);

        unused.removeIf(ending -> publicTypes().stream().anyMatch(type -> type.endsWith(ending)));

        assertThat(ENDINGS).isNotEmpty();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyWordIsExplainedOnceInOneSentence() {
        assertThat(WORDS).hasSameSizeAs(ENTRIES);
        assertThat(ENTRIES)
                .extracting(entry -> entry.group("sentence"))
                .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContainPattern("\\.\\s+[A-Z]"));
        assertThat(PAGE.lines().filter(line -> line.startsWith("- "))).hasSameSizeAs(ENTRIES);
    }

    private static boolean isInTheGlossary(String type) {
        return WORDS.contains(joined(type))
                || ENDINGS.stream()
                        .filter(type::endsWith)
                        .map(ending -> type.substring(0, type.length() - ending.length()))
                        .anyMatch(word -> WORDS.contains(joined(word)));
    }

    private static String joined(String word) {
        return word.replaceAll("[ -]", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> publicTypes() {
        return sources(NAMED).stream()
                .flatMap(source -> matches(PUBLIC_TYPE, source).stream())
                .map(type -> type.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What identifiers are made of: of `tickListener` that is `tick`, `listener` and `ticklistener`.
    private static Set<String> wordsOfTheCode() {
        var words = new HashSet<String>();
        for (String source : sources(MAIN)) {
            String code = source.replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", "");
            IDENTIFIER.matcher(code).results().forEach(identifier -> words.addAll(words(identifier.group())));
        }
        return words;
    }

    private static Set<String> words(String identifier) {
        List<String> parts = PART.matcher(identifier)
                .results()
                .map(part -> part.group().toLowerCase(Locale.ROOT))
                .toList();
        var words = new HashSet<String>();
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 1; to <= Math.min(parts.size(), from + LONGEST_WORD); to++) {
                words.add(String.join("", parts.subList(from, to)));
            }
        }
        return words;
    }

    private static List<String> sources(List<Path> folders) {
        return folders.stream().flatMap(GlossaryTest::sources).toList();
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|js)"))
                    .map(Deployment::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .toList();
    }
}
