package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The program in Python that `feeding.md` has, as it stands there.
@EnabledIf("required")
class FeedingPageIT {

    private static final Logger LOG = System.getLogger(FeedingPageIT.class.getName());
    private static final Pattern PROGRAM = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final String PYTHON = "python3";

    @TempDir
    Path directory;

    static boolean required() {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PYTHON)));
        if (!there && !Boolean.getBoolean("linters.required")) {
            // Maven counts skipped tests, but does not show the reason.
            LOG.log(Level.WARNING, "FeedingPageIT is skipped: there is no " + PYTHON);
            return false;
        }
        return true;
    }

    @Test
    void fileOfTradesIsSentAsItIsRead() throws IOException, InterruptedException {
        try (var market = FeedServer.start(Map.of("COMMENTARY_ENABLED", "false"))) {
            Path program = Files.writeString(directory.resolve("feed.py"), program(market));
            Path trades = Files.writeString(directory.resolve("trades.csv"), """
                    symbol,price,size
                    BTC/USD,67920.11,0.25
                    ^GSPC,5998.7400,100
                    币安人生USDT,0.0000001,3
                    AAPL,231.5000,10
                    """);
            var builder = new ProcessBuilder(PYTHON, program.toString(), trades.toString());
            builder.environment().putAll(Map.of("TOKEN", market.token()));
            Process python = builder.redirectErrorStream(true).start();
            String says = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(python.waitFor()).as(says).isZero();
            assertThat(says).contains("'lines': 4", "'taken': 4", "'refused': 0");
            assertThat(market.quote("AAPL").get("last")).hasToString("231.5000");
        }
    }

    private static String program(FeedServer market) throws IOException {
        String page = Files.readString(Path.of("src/docs/feeding.md"));
        String text = PROGRAM.matcher(page).results().findFirst().orElseThrow().group(1);
        String server = "\"127.0.0.1\", " + market.server().uri().getPort();

        assertThat(text).contains("\"localhost\", 9080");
        return text.replace("\"localhost\", 9080", server);
    }
}
