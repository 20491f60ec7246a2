package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build files are short, and have what other tools need.
class PomTest {

    private static final int LONGEST = 250;

    @Test
    void noBuildFileIsLong() {
        assertThat(Pom.files())
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(Deployment.read(file).lines().count())
                        .as("%s", file)
                        .isLessThanOrEqualTo(LONGEST));
    }

    // `liberty:run` looks at the root as well as at the server's module, and fails where it finds no runtime.
    @Test
    void libertyRunFindsTheRuntimeInTheRootToo() {
        assertThat(Deployment.read(Path.of("pom.xml")))
                .containsPattern("(?s)<artifactId>liberty-maven-plugin</artifactId>.*<runtimeArtifact>");
    }

    /// It runs the last module only that no other is built from.
    @Test
    void libertyRunLeavesOutWhatIsBuiltFromTheServer(@TempDir Path folder) throws IOException {
        List<String> built = Pom.files().stream()
                .filter(file -> !file.startsWith("src/server"))
                .filter(file -> Deployment.read(file).contains("<artifactId>tickertape-server</artifactId>"))
                .map(file -> "!" + file.getParent())
                .toList();

        assertThat(built).hasSize(1);
        assertThat(arguments(folder, "liberty:run")).contains("-pl " + built.getFirst() + " ");
        assertThat(arguments(folder, "verify")).doesNotContain("-pl");
    }

    /// What `mvnw` tells Maven.
    private static String arguments(Path folder, String goal) throws IOException {
        Path maven = folder.resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho \"$*\"\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        var builder = new ProcessBuilder("sh", "mvnw", goal).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
