package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The changelog has the right format, and an entry for the version that is built.
class ChangelogTest {

    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final String UNRELEASED = "Unreleased";
    // https://semver.org, without build numbers.
    private static final String SEMANTIC =
            "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?";
    private static final Pattern ENTRY =
            Pattern.compile("(?ms)^## \\[(?<version>[^]]+)](?: - (?<date>\\S+))?$(?<text>.*?)(?=^## |\\z)");
    private static final Set<String> KINDS = Set.of("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security");

    private final List<MatchResult> entries =
            ENTRY.matcher(Files.readString(Path.of("CHANGELOG.md"))).results().toList();

    ChangelogTest() throws IOException {}

    @Test
    void versionThatIsBuiltHasAnEntryThatSaysSomething() {
        String version = Pom.version();
        String entry = version.endsWith(SNAPSHOT) ? UNRELEASED : version;

        assertThat(version).matches(SEMANTIC);
        assertThat(texts().get(entry)).as("the entry of " + entry).isNotNull().contains("\n- ");
    }

    @Test
    void releasesAreSemanticDatedAndNewestFirst() {
        List<MatchResult> releases = entries.stream()
                .filter(entry -> !entry.group("version").equals(UNRELEASED))
                .toList();

        assertThat(entries.getFirst().group("version")).isEqualTo(UNRELEASED);
        assertThat(releases).allSatisfy(release -> {
            assertThat(release.group("version")).matches(SEMANTIC);
            assertThat(LocalDate.parse(release.group("date"))).isNotNull();
        });
        assertThat(releases.stream().map(release -> Version.parse(release.group("version"))))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void changesAreOfTheKindsThatReadersKnow() {
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.group("text")
                                .lines()
                                .filter(line -> line.startsWith("### "))
                                .map(line -> line.substring(4)))
                        .isNotEmpty()
                        .isSubsetOf(KINDS));
    }

    private Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        entries.forEach(entry -> texts.put(entry.group("version"), entry.group("text")));
        return texts;
    }
}
