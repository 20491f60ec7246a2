package it.fault;

import static org.awaitility.Awaitility.await;

import it.FreePorts;
import it.Http;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's own nginx before a server, in a directory of its own, with all its buffering left as it comes.
///
/// It asks the server in HTTP/1.0, as it does by default, and below `/modern/` in HTTP/1.1. Below `/deaf/` it does not
/// listen to the server's wish for no buffering: so the difference can be seen.
record Nginx(URI uri, Process process) implements AutoCloseable {

    /// Where the machine has it, if it does.
    static Optional<Path> executable() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Nginx before(URI server, Path directory) {
        int port = FreePorts.find().http();
        var uri = URI.create("http://127.0.0.1:%d/".formatted(port));
        try {
            Path configuration = directory.resolve("nginx.conf");
            Files.writeString(configuration, configuration(port, server));
            String program = executable().orElseThrow().toString();
            var builder = new ProcessBuilder(program, "-p", directory.toString(), "-c", configuration.toString());
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.to(directory.resolve("nginx.log").toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            await("nginx")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !process.isAlive() || Http.answers(200, uri.resolve("api/instruments")));
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(directory.resolve("nginx.log")));
            }
            return new Nginx(uri, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(int port, URI server) {
        return """
                daemon off;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%1$d;
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
