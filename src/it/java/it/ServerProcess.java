package it;

import static it.ServerDirectory.SERVER;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One run of a server, from its start to its end.
///
/// @param begun the length of the log before this run
/// @param script the process that was started: java is its child, or has replaced it
record ServerProcess(ServerDirectory directory, Map<String, String> environment, int begun, Process script) {

    /// @param launcher a command that starts the server's own, such as `prlimit`; may be empty
    static ServerProcess start(List<String> launcher, ServerDirectory directory, Map<String, String> environment) {
        int begun = directory.log().length();
        return new ServerProcess(directory, environment, begun, execute(launcher, "run", directory, environment));
    }

    /// Waits until the application answers there.
    void awaitApplication(URI ready) {
        await("the application").atMost(Patience.LONG).until(() -> {
            if (!runs() || refused()) {
                throw new IllegalStateException("the application does not start: " + tail());
            }
            return Http.answers(200, ready);
        });
    }

    /// Waits until the log says that the application did not start, and does not answer at this address.
    void awaitRefusal(URI ready) {
        await("the refusal").atMost(Patience.LONG).until(() -> {
            if (!runs() || Http.answers(200, ready)) {
                throw new IllegalStateException("no refusal: " + tail());
            }
            return refused();
        });
    }

    // Liberty: "an exception occurred while starting the application". It may log either of the two codes.
    private boolean refused() {
        String log = directory.log();
        return log.indexOf("CWWKZ0002E", begun) >= 0 || log.indexOf("CWWKZ0004E", begun) >= 0;
    }

    private String tail() {
        String log = directory.log();
        return log.substring(Math.max(begun, log.length() - 8000));
    }

    boolean runs() {
        return script.isAlive();
    }

    void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    void terminate() {
        end(ProcessHandle::destroy);
    }

    void stop() {
        Process command = execute(List.of(), "stop", directory, environment);
        await("server stop").atMost(Patience.LONG).until(() -> !command.isAlive());
        awaitEnd();
    }

    long pid() {
        return java().findFirst().orElseThrow().pid();
    }

    /// What each platform thread is doing at this moment.
    String threads() {
        String pid = Long.toString(pid());
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var dump = new ProcessBuilder(tool.toString(), pid, "Thread.print").start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Consumer<ProcessHandle> how) {
        java().forEach(how);
        awaitEnd();
    }

    private Stream<ProcessHandle> java() {
        return Stream.concat(Stream.of(script.toHandle()), script.descendants())
                .filter(handle -> handle.info().command().orElse("").endsWith("java"));
    }

    private void awaitEnd() {
        await("the end of the process").atMost(Patience.LONG).until(() -> !runs());
    }

    private static Process execute(
            List<String> launcher, String verb, ServerDirectory directory, Map<String, String> environment) {
        Path liberty = ServerDirectory.path("wlp.home").resolve("bin").resolve("server");
        var builder = new ProcessBuilder(Stream.concat(launcher.stream(), Stream.of(liberty.toString(), verb, SERVER))
                .toList());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(directory.console().toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
