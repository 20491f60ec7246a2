package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The client's page names versions and settings that exist. `ClientIT` shows that its program runs.
class ClientPageTest {

    private static final String PAGE = Deployment.read(Path.of("src/docs/client.md"));
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern ASKED = Pattern.compile("setting\\(\"(\\w+)\"\\)(?:\\.orElse\\(\"([^\"]*)\"\\))?");

    @Test
    void versionsAreThoseOfTheBuild() {
        Map<String, String> named = DEPENDENCY
                .matcher(PAGE)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(named)
                .containsEntry("tickertape-client", Pom.version())
                .containsEntry("resteasy-client", Pom.versionOf("resteasy-client"))
                .containsEntry("yasson", Pom.versionOf("yasson"));
    }

    @Test
    void fifteenLinesAreNoMore() {
        String program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();

        assertThat(program.lines()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void settingsAreThoseThatTheBridgeReads() {
        List<MatchResult> asked = ASKED.matcher(
                        Deployment.read(Path.of("src/client/main/java/tickertape/client/cdi/CdiEventBridge.java")))
                .results()
                .toList();
        Map<String, String> listed = Setting.in(PAGE)
                .filter(setting -> setting.key().contains("."))
                .collect(Collectors.toMap(Setting::key, Setting::initial));

        assertThat(listed.keySet())
                .containsExactlyInAnyOrderElementsOf(asked.stream()
                        .map(found -> "tickertape.client." + found.group(1))
                        .toList());
        assertThat(asked)
                .filteredOn(found -> found.group(2) != null)
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(listed).containsEntry("tickertape.client." + found.group(1), found.group(2)));
    }
}
