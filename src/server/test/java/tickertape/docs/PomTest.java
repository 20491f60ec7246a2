package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

    /// `install` beside a server that runs from the same folder would deploy the application anew under it.
    @Test
    void serverThatMavenRunsIsLeftAloneByOtherBuilds() {
        assertThat(Deployment.read(Path.of("pom.xml")))
                .contains("<liberty.var.application.updates>disabled</liberty.var.application.updates>");
        assertThat(Deployment.read(Path.of("liberty/config/server.xml")))
                .contains("<applicationMonitor updateTrigger=\"${application.updates}\"/>");
    }
}
