package it.fault;

import static org.awaitility.Awaitility.await;

import it.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// The nginx that is installed on this machine, in front of a server, in a directory of its own.
public record Nginx(URI uri, Process process) implements AutoCloseable {

    private static final String MISSING = "no nginx on the PATH or in /usr/sbin";

    /// Moves nginx's working folders here; by default they are the system's.
    private static final String FOLDERS = """
            client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
            """;

    /// Skips the tests of a class on a machine without nginx, and logs that.
    public static void orSkip(Class<?> tests) {
        if (executable().isEmpty()) {
            // Maven counts skipped tests, but does not show the reason.
            System.getLogger(tests.getName()).log(Level.WARNING, "{0} is skipped: {1}", tests.getSimpleName(), MISSING);
            throw new TestAbortedException(MISSING);
        }
    }

    /// Where nginx is installed, if it is.
    private static Optional<Path> executable() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// An nginx with its default buffering.
    ///
    /// It sends HTTP/1.0 to the server, as it does by default, and below `/modern/` HTTP/1.1. Below `/deaf/`
    /// it ignores the server's request not to buffer, so that tests see the difference.
    static Nginx before(URI server, Path directory) {
        int port = FreePorts.find().http();
        var uri = URI.create("http://127.0.0.1:%s/".formatted(port));
        return start(uri, directory, configuration(port, server));
    }

    /// Starts nginx with this configuration, and waits until something listens at the address.
    public static Nginx start(URI uri, Path directory, String configuration) {
        try {
            Path file = directory.resolve("nginx.conf");
            Files.writeString(file, configuration.replaceFirst("http \\{", "http {\n  " + FOLDERS));
            String program = executable().orElseThrow().toString();
            var builder = new ProcessBuilder(
                    program, "-p", directory.toString(), "-c", file.toString(), "-g", "daemon off; pid nginx.pid;");
            Path log = directory.resolve("nginx.log");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            await("nginx").atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive() || listens(uri));
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
            }
            return new Nginx(uri, process);
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

    private static String configuration(int port, URI server) {
        return """
                error_log stderr;
                events {}
                http {
                  access_log off;
                  server {
                    listen 127.0.0.1:%1$s;
                    location / { proxy_pass %2$s; }
                    location /modern/ { proxy_pass %2$s; proxy_http_version 1.1; }
                    location /deaf/ { proxy_pass %2$s; proxy_ignore_headers X-Accel-Buffering; }
                  }
                }
                """.formatted(port, server);
    }

    @Override
    public void close() {
        process.destroy();
        await("the end of nginx").atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }
}
