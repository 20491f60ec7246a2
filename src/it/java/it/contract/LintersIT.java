package it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.LivelyServer;
import it.NpmFolder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What others' programs say about the descriptions that a server has of its API. They come by npm, from outside.
@EnabledIf("required")
class LintersIT {

    private static final Logger LOG = System.getLogger(LintersIT.class.getName());

    private final URI root = LivelyServer.uri();

    @TempDir
    Path directory;

    static boolean required() {
        boolean required = NpmFolder.allowed();
        if (!required) {
            // Maven counts skipped tests, but does not show the reason.
            LOG.log(Level.WARNING, "LintersIT is skipped: with -Dlinters.required=true it installs linters by npm");
        }
        return required;
    }

    @BeforeAll
    static void install() {
        Linter.install();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWithWhatTheServerHas(Linter linter) {
        Linter.Verdict verdict = linter.read(root.resolve(linter.document()).toString());

        assertThat(verdict.passed()).as(verdict.says()).isTrue();
    }

    /// Otherwise a linter that reads nothing would be content.
    @ParameterizedTest
    @EnumSource(names = {"SPECTRAL", "REDOCLY"})
    void whatIsWrongIsSeen(Linter linter) throws IOException {
        Path wrong = directory.resolve("openapi.json");
        String served = Http.get(root.resolve(linter.document())).body();
        Files.writeString(wrong, served.replace("\"summary\":", "\"sumary\":"));

        Linter.Verdict verdict = linter.read(wrong.toString());

        assertThat(verdict.passed()).as(verdict.says()).isFalse();
        assertThat(verdict.says()).contains("quotes");
    }

    @ParameterizedTest
    @EnumSource(names = "ASYNCAPI_PARSER")
    void whatIsNoDescriptionIsSeen(Linter linter) {
        Linter.Verdict verdict = linter.read(root.resolve("openapi").toString());

        assertThat(verdict.passed()).as(verdict.says()).isFalse();
    }
}
