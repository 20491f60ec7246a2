package it.fault;

import it.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The nginx that is installed on this machine, in front of a server, in a directory of its own.
public record Nginx(URI uri, Program program) implements AutoCloseable {

    /// Moves nginx's working folders here; by default they are the system's.
    private static final String FOLDERS = """
            client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
            """;

    /// Skips the tests of a class on a machine without nginx, and logs that.
    public static void orSkip() {
        var _ = Program.orSkip("nginx");
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
            String folder = directory.toString();
            var command = List.of(
                    Program.orSkip("nginx").toString(),
                    "-p",
                    folder,
                    "-c",
                    file.toString(),
                    "-g",
                    "daemon off; pid nginx.pid;");
            return new Nginx(uri, Program.start(uri, directory, command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        program.close();
    }
}
