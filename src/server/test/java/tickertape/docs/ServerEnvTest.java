package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many connections `server.env` allows, which the script that starts the server runs.
class ServerEnvTest {

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "ulimit -n 256,                  37,     18",
        "ulimit -n 1024,                 549,    274",
        "ulimit -n 64,                   32,     16",
        "HTTP_CONNECTIONS=90,            90,     .*",
        "HTTPS_CONNECTIONS=90,           .*,     90",
        "ulimit() { echo unlimited; },   256000, 128000",
        "ulimit() { echo 1073741816; },  256000, 128000",
    })
    void connectionsLeaveFilesToTheServer(String before, String http, String https) throws IOException {
        String script = "%s\n. liberty/config/server.env\necho $HTTP_CONNECTIONS $HTTPS_CONNECTIONS".formatted(before);

        assertThat(run(script)).matches("%s %s\\n".formatted(http, https));
    }

    /// Only with this line does the script evaluate the file.
    @Test
    void theFileAsksForItsEvaluation() {
        assertThat(Deployment.read(Path.of("liberty/config/server.env"))).startsWith("# enable_variable_expansion\n");
    }

    private static String run(String script) throws IOException {
        Process shell = new ProcessBuilder(List.of("sh", "-c", script))
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
