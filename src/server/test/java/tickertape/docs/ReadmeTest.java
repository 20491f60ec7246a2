package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The first page stays one page, and says what the build says.
class ReadmeTest {

    private static final String README = Deployment.read(Path.of("README.md"));
    private static final int LONGEST = 150;
    private static final long LARGEST_PICTURE = 200 * 1024;

    @Test
    void itIsOnePage() {
        assertThat(README.lines().count()).isLessThanOrEqualTo(LONGEST);
    }

    @Test
    void commandsComeBeforeEverythingThatNeedsExplaining() {
        String firstScreen = README.substring(0, README.indexOf("\n## "));

        assertThat(firstScreen).contains("./mvnw liberty:run ", "./mvnw verify ", "![");
        assertThat(firstScreen.lines().count()).isLessThan(20);
    }

    @Test
    void pictureIsThereAndLoadsQuickly() throws IOException {
        Path picture = Path.of(Deployment.found(README, "!\\[[^]]+]\\(([^)]+)\\)"));

        assertThat(Files.size(picture)).isPositive().isLessThanOrEqualTo(LARGEST_PICTURE);
    }

    @Test
    void everyProfileIsOneOfTheBuild() {
        assertThat(found("-P(\\w+) ", README))
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(Pom.text()).contains("<id>%s</id>".formatted(profile)));
    }

    @Test
    void everyScenarioOfTheBenchmarksIsNamed() {
        String scenarios = Deployment.found(Pom.text(), "<bench.scenarios>(.+)</bench.scenarios>");
        String sentence = Deployment.found(README.replace('\n', ' '), "there are ([^.:]+)\\. They open");

        assertThat(found("`(\\w+)`", sentence)).containsExactly(scenarios.split("\\|"));
    }

    @Test
    void everyModuleIsNamed() {
        assertThat(Pom.files().stream()
                        .map(Path::getParent)
                        .filter(module -> module != null && module.getNameCount() == 2))
                .hasSizeGreaterThan(4)
                .allSatisfy(module -> assertThat(README).contains(module + " "));
    }

    @Test
    void versionsAreThoseOfTheBuild() {
        String javaOfServer = Deployment.found(
                Deployment.read(Path.of("src/pom.xml")) + Deployment.read(Path.of("pom.xml")),
                "<maven.compiler.release>(\\d+)<");

        assertThat(README).contains("Java %s ".formatted(javaOfServer), "JDK %s or newer".formatted(javaOfServer));
        assertThat(README).contains("Jakarta EE " + major("jakartaee.version"));
        assertThat(README).contains("MicroProfile " + Pom.property("microprofile.version"));
        assertThat(Files.exists(Path.of("LICENSE"))).isTrue();
    }

    private static String major(String property) {
        return Pom.property(property).replaceFirst("\\..*", "");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }
}
