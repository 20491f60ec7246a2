package bench.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A server that runs and can be measured.
///
/// @param stream where its quotes are
/// @param pid the number of its process
/// @param end ends it, and waits until it has ended
public record Subject(URI stream, long pid, Runnable end) implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /// The processor time that it has used so far.
    public Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process %s has ended".formatted(pid)));
    }

    /// How much main memory it uses, in kilobytes.
    public long resident() throws IOException {
        // On Linux a file has it, on other systems a command prints it.
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        return RESIDENT.matcher(Files.readString(status))
                .results()
                .map((MatchResult found) -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        end.run();
    }
}
