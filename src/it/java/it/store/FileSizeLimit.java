package it.store;

import static org.assertj.core.api.Assertions.assertThat;

import it.fault.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How large the files of a running process may become (`ulimit -f`). Where it can't be changed, the test is skipped.
public record FileSizeLimit(long pid) {

    /// From now on what it writes beyond so many bytes fails.
    public void set(long bytes) {
        limit(Long.toString(bytes));
    }

    public void lift() {
        limit("unlimited");
    }

    private void limit(String bytes) {
        try {
            String prlimit = Program.orSkip("prlimit").toString();
            Process process = new ProcessBuilder(prlimit, "--pid", Long.toString(pid), "--fsize=%s:".formatted(bytes))
                    .redirectErrorStream(true)
                    .start();
            String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.onExit().join().exitValue()).as(says).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
