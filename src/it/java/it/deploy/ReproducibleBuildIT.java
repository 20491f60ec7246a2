package it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every build of the same sources gives the same bytes: in another folder, at another time, in another time zone, with
/// another language, and with other permissions for new files.
class ReproducibleBuildIT {

    private static final List<String> SOURCES = List.of("pom.xml", ".mvn", "src", "LICENSE", "NOTICE");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "TZ",
            "Pacific/Kiritimati",
            "LC_ALL",
            "C",
            // A locale where the lower case of I is not i, and digits may be different.
            "MAVEN_OPTS",
            "-Duser.language=tr -Duser.country=TR -Duser.extensions=u-nu-arab",
            "JAVA_HOME",
            System.getProperty("java.home"));

    @TempDir
    Path copy;

    @Test
    void secondBuildGivesTheSameBytes() throws IOException {
        for (String source : SOURCES) {
            copy(Path.of(source));
        }

        String said = build();

        List<Path> built = archives(copy.resolve("target"));
        assertThat(built).as(said).isNotEmpty();
        for (Path archive : built) {
            assertThat(archive)
                    .as(
                            "%s, which also differs where target holds what is no longer in the sources: ./mvnw clean",
                            archive)
                    .hasSameBinaryContentAs(
                            Path.of("target").resolve(copy.resolve("target").relativize(archive)));
        }
        assertThat(built.stream().map(Path::getFileName))
                .containsExactlyElementsOf(archives(Path.of("target")).stream()
                        .map(Path::getFileName)
                        .toList());
    }

    private String build() throws IOException {
        String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
        String repository = "-Dmaven.repo.local=" + System.getProperty("maven.repository");
        // Tests, checks and formatting do not change what is built.
        var builder = new ProcessBuilder(
                "sh",
                "-c",
                "umask 077; exec \"$0\" \"$@\"",
                maven,
                "-B",
                "-ntp",
                "-o",
                "-q",
                repository,
                "package",
                "-Dmaven.test.skip=true",
                "-Dcompiler.checks=-XDnone",
                "-Dspotless.check.skip=true");
        builder.directory(copy.toFile()).redirectErrorStream(true);
        builder.environment().putAll(ELSEWHERE);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    private void copy(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(file);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static List<Path> archives(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(target, 2)) {
            return files.filter(file -> file.toString().matches(".*/tickertape-(wire|client|server)/[^/]*[.][wj]ar"))
                    .sorted()
                    .toList();
        }
    }
}
