package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import it.fault.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How many files a running process may open (`ulimit -n`). Where it can't be changed, the test is skipped.
final class OpenFileLimit {

    private static final String PROGRAM = "prlimit";

    private final String prlimit = Program.orSkip(PROGRAM).toString();
    private final String pid;

    OpenFileLimit(long pid) {
        this.pid = Long.toString(pid);
    }

    /// What a process is started by that may open so many.
    static List<String> launcher(int files) {
        return List.of(Program.orSkip(PROGRAM).toString(), "--nofile=" + files);
    }

    String read() throws IOException {
        return run(prlimit, "--pid", pid, "--nofile", "--noheadings", "--output", "SOFT")
                .strip();
    }

    void set(String files) throws IOException {
        run(prlimit, "--pid", pid, "--nofile=%s:".formatted(files));
    }

    /// Lets it open so many more than it has open now.
    void leave(int more) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", pid, "fd"))) {
            set(Long.toString(files.count() + more));
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(says).isZero();
        return says;
    }
}
