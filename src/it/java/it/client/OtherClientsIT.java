package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.NpmFolder;
import it.RotatingServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that others have written read a compressed stream as it is read plainly, through cuts and goodbyes.
class OtherClientsIT {

    private static final int EVENTS = 10_000;

    /// After so many bytes a stream is cut off, before its goodbye is due.
    private static final int CUT = 60_000;

    private static final int NEVER = Integer.MAX_VALUE;

    private static final Pattern EVENT = Pattern.compile("[0-9a-z]+-[0-9]+ (quote|trade|goodbye) .*");
    private static final String ANSWER = "answer ";

    private static final NpmFolder FOLDER = new NpmFolder("eventsource");

    static boolean required() {
        if (!NpmFolder.allowed()) {
            // Maven counts skipped tests, but does not show the reason.
            System.getLogger(OtherClientsIT.class.getName())
                    .log(
                            Level.WARNING,
                            "npm's eventsource is not tried: with -Dlinters.required=true it is installed by npm");
        }
        return NpmFolder.allowed();
    }

    @ParameterizedTest
    @ValueSource(ints = {CUT, NEVER})
    void jerseyReadsTheSame(int bytes) {
        Path folder = Path.of("src/it/plain");
        String source = folder.resolve("JerseyReader.java").toString();

        assertReadsTheSame(bytes, address -> {
            try (var program = PlainProgram.start(
                    PlainProgram.javas().getFirst(), "jersey", folder, source, address, Integer.toString(EVENTS))) {
                return program.rest();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {CUT, NEVER})
    @EnabledIf("required")
    void eventsourceOfNpmReadsTheSame(int bytes) {
        FOLDER.install();

        assertReadsTheSame(bytes, address -> {
            try (var lines = FOLDER.program(List.of("node", "read.mjs", address, Integer.toString(EVENTS)))
                    .start()
                    .inputReader()) {
                return lines.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// @param bytes after which each of its connections is cut off
    /// @param client prints what comes from an address
    private static void assertReadsTheSame(int bytes, Function<String, List<String>> client) {
        String position = RotatingServer.position();
        List<String> lines;
        try (var proxy = new FaultyProxy(RotatingServer.get().uri())) {
            proxy.suffer(new Fault.Cut("", bytes));
            lines = client.apply(
                    proxy.uri().resolve(RotatingServer.path(position)).toString());
        }
        List<String> answers =
                lines.stream().filter(line -> line.startsWith(ANSWER)).toList();
        List<Event> events = lines.stream()
                .filter(EVENT.asMatchPredicate())
                .map(RotatingServer::printed)
                .toList();
        List<Event> changes = events.stream().filter(RotatingServer::isChange).toList();
        int goodbyes = events.size() - changes.size();
        // The client itself ends the last one.
        int cuts = answers.size() - goodbyes - 1;

        assertThat(answers).containsOnly(ANSWER + "gzip");
        assertThat(bytes == NEVER ? goodbyes : cuts)
                .as("%s goodbyes, %s cuts", goodbyes, cuts)
                .isPositive();
        assertThat(changes)
                .hasSize(EVENTS)
                .isEqualTo(RotatingServer.changes(position, changes.getLast().offset()));
    }
}
