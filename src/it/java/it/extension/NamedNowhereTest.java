package it.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The product does not know the sample: not one line names anything of it.
class NamedNowhereTest {

    private static final Pattern NAMES = Pattern.compile(
            "(?i)\\b(?:memo|reminder|dictation)s?\\b|(?<![a-z])memo-|[a-z]Memos?\\b|WaveFeed|\"sample\"|tickertape-sample|\\bsample/|package sample");

    @ParameterizedTest
    @ValueSource(strings = {"src/wire/main", "src/client/main", "src/server/main", "liberty"})
    void productDoesNotNameTheSample(String folder) {
        List<String> lines = files(Path.of(folder))
                .flatMap(file -> read(file).lines().map(line -> file + ": " + line))
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(10)
                .noneMatch(line -> NAMES.matcher(line).find());
    }

    @Test
    void namesAreThoseOfTheSample() {
        assertThat(files(Path.of("src/it/sample/main")))
                .isNotEmpty()
                .allMatch(file -> NAMES.matcher(read(file)).find()
                        || file.toString().endsWith("LastPrices.java")
                        || file.toString().endsWith("beans.xml"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().matches(".*[.](java|js|css|html|xml|yaml|json|properties|options|csv|env)"))
                    .toList()
                    .stream();
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
