package it.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page about features in jars says what the sample does, and leaves nothing out.
class ExtendingPageTest {

    private static final Path SAMPLE = Path.of("src/it/sample");
    private static final String PAGE = read(Path.of("src/docs/extending.md"));
    private static final Pattern STEP = Pattern.compile("(?m)^## (\\d+)[.] ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^In `([^`]+)`:\n\n```\\w*\n(.*?)^```");
    private static final Pattern FILE = Pattern.compile("`((?:main/|pom)[\\w./-]+)`");

    static Stream<MatchResult> blocks() {
        return BLOCK.matcher(PAGE).results();
    }

    @Test
    void stepsAreNumberedFromOne() {
        List<Integer> steps = STEP.matcher(PAGE)
                .results()
                .map(step -> Integer.valueOf(step.group(1)))
                .toList();

        assertThat(steps).hasSizeGreaterThan(8);
        assertThat(steps)
                .isEqualTo(
                        Stream.iterate(1, step -> step + 1).limit(steps.size()).toList());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void codeIsThatOfTheSample(MatchResult block) {
        assertThat(lines(read(SAMPLE.resolve(block.group(1))))).contains(lines(block.group(2)));
    }

    @Test
    void filesOfThePageAreInTheSample() {
        assertThat(FILE.matcher(PAGE).results().map(file -> SAMPLE.resolve(file.group(1))))
                .allMatch(Files::isRegularFile);
    }

    @Test
    void filesOfTheSampleAreOnThePage() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("main"))) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("package-info.java")))
                    .hasSizeGreaterThan(15)
                    .allMatch(file -> PAGE.contains("`" + SAMPLE.relativize(file) + "`"));
        }
    }

    @Test
    void sampleIsForThisVersion() {
        Pattern version = Pattern.compile("<version>([^<]+)</version>");
        var own = version.matcher(read(Path.of("pom.xml")));
        assertThat(own.find()).isTrue();

        assertThat(read(SAMPLE.resolve("pom.xml")))
                .contains("<tickertape.version>%s</tickertape.version>".formatted(own.group(1)));
    }

    // Each line without its indentation, between line feeds.
    private static String lines(String text) {
        return "\n" + text.strip().replaceAll("(?m)^ +", "") + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
