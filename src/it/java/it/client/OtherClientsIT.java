package it.client;

import static it.RotatingServer.CUT;
import static it.RotatingServer.EVENTS;
import static it.RotatingServer.NEVER;

import it.NpmFolder;
import it.RotatingServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that others have written read a compressed stream as it is read plainly, through cuts and goodbyes.
class OtherClientsIT {

    private static final Pattern EVENT = Pattern.compile("[0-9a-z]+-[0-9]+ (quote|trade|goodbye) .*");
    private static final String ANSWER = "answer ";

    private static final NpmFolder FOLDER = new NpmFolder("eventsource");

    static boolean required() {
        return NpmFolder.allowed("OtherClientsIT");
    }

    @ParameterizedTest
    @ValueSource(ints = {CUT, NEVER})
    void jerseyReadsTheSame(int bytes) {
        Path folder = Path.of("src/it/plain");
        String source = folder.resolve("JerseyReader.java").toString();

        assertReadsTheSame(
                bytes,
                address -> PlainProgram.start(
                        PlainProgram.javas().getFirst(), "jersey", folder, source, address, Integer.toString(EVENTS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {CUT, NEVER})
    @EnabledIf("required")
    void eventsourceOfNpmReadsTheSame(int bytes) {
        FOLDER.install();

        assertReadsTheSame(
                bytes,
                address -> PlainProgram.start(
                        FOLDER.program(List.of("node", "read.mjs", address, Integer.toString(EVENTS)))));
    }

    /// @param bytes after which each of its connections is cut off
    /// @param client prints what comes from an address
    private static void assertReadsTheSame(int bytes, Function<String, PlainProgram> client) {
        String position = RotatingServer.position();
        List<String> lines;
        try (var proxy = new FaultyProxy(RotatingServer.get().uri())) {
            proxy.suffer(new Fault.Cut("", bytes));
            try (PlainProgram program = client.apply(
                    proxy.uri().resolve(RotatingServer.path(position)).toString())) {
                lines = program.rest();
            }
        }

        List<String> codings = lines.stream()
                .filter(line -> line.startsWith(ANSWER))
                .map(line -> line.substring(ANSWER.length()))
                .toList();
        List<String> events = lines.stream().filter(EVENT.asMatchPredicate()).toList();
        RotatingServer.assertReadsTheSame(position, bytes, codings, events);
    }
}
