package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.docs.Deployment.found;
import static tickertape.docs.Deployment.number;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/// The unit for systemd.
class UnitFileTest {

    private static final String FILE = Deployment.text("tickertape.service");
    private static final String COMMAND = "/opt/openliberty/bin/server";

    /// The exposure level in tenths, from 0 to 100, up to which systemd calls a service well protected.
    private static final String EXPOSED = "20";

    private static final int OLDEST = 250;

    @TempDir
    Path folder;

    @Test
    void systemdFindsNoFaultInIt() throws IOException {
        assertThat(analyze("verify")).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void systemdCallsItWellProtected() throws IOException {
        Outcome outcome = analyze("security", "--offline=true", "--threshold=" + EXPOSED);

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("Overall exposure level");
    }

    @Test
    void serverRunsInTheForegroundUnderItsOwnName() throws IOException {
        assertThat(found(FILE, "^ExecStart=(.+)$")).isEqualTo(COMMAND + " run " + Deployment.NAME);
        assertThat(found(Pom.text(), "<serverName>(.+)</serverName>")).isEqualTo(Deployment.NAME);
        assertThat(FILE).contains("StateDirectory=tickertape\n", "Environment=WLP_OUTPUT_DIR=/var/lib/tickertape\n");
        assertThat(FILE).contains("LogsDirectory=tickertape\n", "Environment=LOG_DIR=/var/log/tickertape\n");
    }

    @Test
    void thereIsTimeToSayGoodbyeAndAFileForEveryStream() {
        long streams = Setting.in(Deployment.read(Path.of("src/docs/settings.md")))
                .filter(setting -> setting.key().equals("stream.subscribers"))
                .mapToLong(setting -> Long.parseLong(setting.initial()))
                .sum();

        // Liberty waits 30 seconds for requests that do not end.
        assertThat(number(FILE, "TimeoutStopSec")).isGreaterThan(30);
        assertThat(number(FILE, "LimitNOFILE")).isGreaterThan(streams * 3 / 2 + 500);
        assertThat(FILE).contains("KillSignal=SIGTERM\n", "SuccessExitStatus=143\n");
    }

    private record Outcome(int status, String output) {}

    // systemd checks that the command exists, but there is no Open Liberty in /opt here.
    private Outcome analyze(String... how) throws IOException {
        Path command = Files.createFile(folder.resolve("server"));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Path file = folder.resolve("tickertape.service");
        Files.writeString(file, FILE.replace(COMMAND, command.toString()));
        List<String> arguments = Stream.of(Stream.of(analyzer().toString()), Stream.of(how), Stream.of(file.toString()))
                .flatMap(part -> part)
                .toList();
        Process process =
                new ProcessBuilder(arguments).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.onExit().join().exitValue(), output);
    }

    private static Path analyzer() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "systemd-analyze"))
                .filter(Files::isExecutable)
                .filter(UnitFileTest::isNewEnough)
                .findFirst()
                .orElseThrow(UnitFileTest::missing);
    }

    // Older versions check only units that are loaded.
    private static boolean isNewEnough(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(found(version, "^systemd (\\d+)")) >= OLDEST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestAbortedException missing() {
        String reason = "no systemd-analyze of %s or newer on the PATH".formatted(OLDEST);
        // Maven counts skipped tests, but does not show the reason.
        System.getLogger(UnitFileTest.class.getName()).log(Level.WARNING, "UnitFileTest is skipped: " + reason);
        return new TestAbortedException(reason);
    }
}
