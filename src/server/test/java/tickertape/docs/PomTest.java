package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The build file says what those need who read it in ways of their own.
class PomTest {

    // Liberty's plugin compiles by itself, as the first execution of the goal is told to; Maven's own executions, those
    // named default-compile and the like, count as the last.
    @Test
    void libertyRunCompilesWhatTheBuildCompiles() {
        String compiler = Deployment.found(
                Deployment.read(Path.of("pom.xml")),
                "(?s)<artifactId>maven-compiler-plugin</artifactId>.*?<executions>(.*?)</executions>");
        String first = compiler.replaceFirst("(?s)<execution>\\s*<id>default-compile</id>.*?</execution>", "");

        assertThat(Deployment.found(first, "<id>([^<]+)</id>")).isEqualTo("application");
        assertThat(Deployment.found(compiler, "<id>default-compile</id>\\s*<phase>([^<]+)</phase>"))
                .isEqualTo("none");
    }
}
