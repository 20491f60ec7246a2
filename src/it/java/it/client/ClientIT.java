package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The client jar in plain programs, on each implementation and each Java, with the real server.
class ClientIT {

    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @AutoClose
    private static LibertyServer market;

    @TempDir
    private static Path classes;

    @BeforeAll
    static void start() throws IOException {
        market = LibertyServer.start(
                Map.of("SIMULATOR_INSTRUMENTS", "5", "TICKER_INTERVAL", "PT0.1S", "STREAM_RETRY", "PT0.2S"));
        var page = PROGRAM.matcher(Files.readString(Path.of("src/docs/client.md")));
        assertThat(page.find()).isTrue();
        Path source = Files.writeString(classes.resolve("Aapl.java"), page.group(1));
        PlainProgram.compile(source, classes);
        PlainProgram.compile(Path.of("src/it/plain/Closing.java"), classes);
    }

    static Stream<Arguments> platforms() {
        List<Path> javas = PlainProgram.javas();
        if (javas.size() == 1) {
            // Another test checks the version of the class files; that they run on 17 needs a Java 17.
            System.getLogger(ClientIT.class.getName())
                    .log(Level.WARNING, "this machine has no Java 17: the client is tested on 25 only");
        }
        return javas.stream().flatMap(java -> Stream.of("resteasy", "jersey").map(on -> Arguments.of(on, java)));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void programOfThePageSurvivesWhatTheNetworkDoes(String on, Path java) {
        try (var proxy = new FaultyProxy(market.uri());
                var program = PlainProgram.start(
                        java, on, classes, "Aapl", proxy.uri().toString())) {
            program.next(line -> line.startsWith("Connected[continuity=SNAPSHOT"));
            program.next(line -> line.matches("AAPL [0-9.]+ at 2.*Z"));

            proxy.cutAll();
            program.next(line -> line.startsWith("Offline[reason=CUT"));
            program.next(line -> line.startsWith("Connected[continuity=RESUMED"));
            program.next(line -> line.startsWith("AAPL "));

            proxy.suffer(new Fault.Refuse());
            program.next(line -> line.startsWith("Offline[reason=UNREACHABLE"));
            proxy.suffer(Fault.Answer.page());
            program.next(line -> line.startsWith("Offline[reason=NO_STREAM"));
            proxy.suffer(Fault.Answer.unavailable());
            program.next(line -> line.startsWith("Offline[reason=UNAVAILABLE"));
            proxy.suffer(new Fault.None());
            program.next(line -> line.matches("Connected.continuity=(RESUMED|CONFLATED).*"));
            program.next(line -> line.startsWith("AAPL "));
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void closeLeavesNoThread(String on, Path java) {
        try (var program =
                PlainProgram.start(java, on, classes, "Closing", market.uri().toString())) {
            String open = program.next(line -> line.startsWith("threads while it is open:"));
            String left = program.next(line -> line.startsWith("threads left:"));

            assertThat(open).contains("tickertape-client");
            assertThat(left).isEqualTo("threads left: []");
        }
    }
}
