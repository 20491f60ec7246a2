package it.fault;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// A proxy that is installed on this machine, as a running process.
public record Program(Process process, String name) implements AutoCloseable {

    /// Where a program is installed; skips the test on a machine without it, and logs that.
    public static Path orSkip(String name) {
        return find(name).orElseThrow(() -> {
            String missing = "no %s on the PATH or in /usr/sbin".formatted(name);
            // Maven counts skipped tests, but does not show the reason.
            System.getLogger(Program.class.getName()).log(Level.WARNING, "Tests are skipped: {0}", missing);
            return new TestAbortedException(missing);
        });
    }

    private static Optional<Path> find(String name) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts a program in a directory of its own, and waits until something listens at the address.
    public static Program start(URI uri, Path directory, List<String> command) {
        try {
            Path log = directory.resolve("out.log");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()));
            // Some keep their state there.
            builder.environment().put("HOME", directory.toString());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            await(command.getFirst()).until(() -> !process.isAlive() || listens(uri));
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
            }
            return new Program(process, command.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(URI uri) {
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        await("the end of " + name).until(() -> !process.isAlive());
    }
}
