package it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.LivelyServer;
import it.NpmFolder;
import java.io.IOException;
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

    private final URI root = LivelyServer.uri();

    @TempDir
    Path directory;

    static boolean required() {
        return NpmFolder.allowed("LintersIT");
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
