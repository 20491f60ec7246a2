package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of settings says what the code says; `-Dsettings.write=true` writes it.
class SettingsPageTest {

    private static final Path PAGE = Path.of("src/docs/settings.md");
    private static final Pattern MADE = Pattern.compile("(?s)(?<=<!-- made -->\n).*(?=<!-- /made -->)");
    private static final Pattern SINGLE = Pattern.compile("@ConfigProperty\\(name = \"([\\w-]+\\.[\\w.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("<variable name=\"([^\"]+)\" defaultValue=\"([^\"]*)\"/>");

    @Test
    void everySettingIsListedWithItsDefaultAndItsSentence() throws IOException {
        String page = Files.readString(PAGE);
        String tables =
                SettingsSource.all().stream().map(SettingsPageTest::table).collect(Collectors.joining());

        if (Boolean.getBoolean("settings.write")) {
            page = MADE.matcher(page).replaceFirst(Matcher.quoteReplacement(tables));
            Files.writeString(PAGE, page);
        }

        assertThat(MADE.matcher(page).results().map(MatchResult::group))
                .as("else: ./mvnw test -Dtest=SettingsPageTest -Dsettings.write=true")
                .containsExactly(tables);
    }

    @Test
    void everyVariableOfTheServerIsListedWithItsDefault() throws IOException {
        Map<String, String> listed =
                Setting.in(Files.readString(PAGE)).collect(Collectors.toMap(Setting::key, Setting::initial));
        Map<String, String> variables = ofServer();

        assertThat(variables).containsKeys("http.port", "https.port", "trusted.proxies");
        assertThat(listed).containsAllEntriesOf(variables).containsKey("keystore_password");
    }

    @Test
    void nothingIsListedThatNobodyReads() throws IOException {
        List<String> read = Stream.of(
                        ofClasses().map(Setting::key), ofServer().keySet().stream(), Stream.of("keystore_password"))
                .flatMap(keys -> keys)
                .toList();

        assertThat(Setting.in(Files.readString(PAGE)).map(Setting::key)).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void noSettingIsReadPastTheClasses() throws IOException {
        var ofTheBuild = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/server/main/resources/META-INF/microprofile-config.properties"))) {
            ofTheBuild.load(file);
        }
        List<String> known = Stream.of(
                        ofClasses().map(Setting::key),
                        ofServer().keySet().stream(),
                        ofTheBuild.stringPropertyNames().stream())
                .flatMap(keys -> keys)
                .toList();

        try (Stream<Path> sources = Files.walk(Path.of("src/server/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(SINGLE.matcher(Files.readString(source)).results().map(found -> found.group(1)))
                        .as(source.toString())
                        .isSubsetOf(known);
            }
        }
    }

    @Test
    void readmeHasTheSameDefaults() throws IOException {
        Map<String, String> listed =
                Setting.in(Files.readString(PAGE)).collect(Collectors.toMap(Setting::key, Setting::initial));

        List<Setting> inReadme =
                Setting.in(Files.readString(Path.of("README.md"))).toList();

        assertThat(inReadme)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(setting -> assertThat(listed).containsEntry(setting.key(), setting.initial()));
    }

    private static Map<String, String> ofServer() throws IOException {
        return VARIABLE.matcher(Files.readString(Path.of("liberty/config/server.xml")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static Stream<Setting> ofClasses() {
        return SettingsSource.all().stream().flatMap(source -> source.settings().stream());
    }

    private static String table(SettingsSource source) {
        String lines = source.settings().stream().map(Setting::line).collect(Collectors.joining());
        return "## %s\n\n%s\n\n| setting | variable | default | |\n|---|---|---|---|\n%s\n"
                .formatted(source.prefix(), source.title(), lines);
    }
}
