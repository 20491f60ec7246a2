package it.deploy;

import it.FreePorts;
import it.fault.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A recipe of `src/docs/deploy` for a proxy. Only addresses and folders are changed, and TLS is left out.
enum Recipe {
    HAPROXY("haproxy", "haproxy.cfg") {
        @Override
        ConfigurationFile adapted(ConfigurationFile file, int port, String server, Path directory) {
            return file.with("bind :443 ssl crt /etc/haproxy/tls.pem alpn h2,http/1.1", "bind 127.0.0.1:" + port)
                    .with("server tickertape tickertape:9080", "server tickertape " + server);
        }

        @Override
        List<String> command(String program, String file) {
            return List.of(program, "-db", "-f", file);
        }
    },
    CADDY("caddy", "Caddyfile") {
        @Override
        ConfigurationFile adapted(ConfigurationFile file, int port, String server, Path directory) {
            return file.with("tickertape.example {", """
                            {
                            	admin off
                            	auto_https off
                            }

                            http://127.0.0.1:%s {
                            	encode gzip
                            """.formatted(port))
                    .with("reverse_proxy tickertape:9080", "reverse_proxy " + server);
        }

        @Override
        List<String> command(String program, String file) {
            return List.of(program, "run", "--config", file, "--adapter", "caddyfile");
        }
    },
    APACHE("apache2", "apache.conf") {
        @Override
        ConfigurationFile adapted(ConfigurationFile file, int port, String server, Path directory) {
            return file.with("Listen 443", "Listen 127.0.0.1:" + port)
                    .with("LoadModule ssl_module ${modules}/mod_ssl.so", "")
                    .with("SSLEngine on", "")
                    .with("SSLCertificateFile /etc/apache2/tls/tls.crt", "")
                    .with("SSLCertificateKeyFile /etc/apache2/tls/tls.key", "")
                    .with(
                            "/run/apache2/tickertape.pid",
                            directory.resolve("apache.pid").toString())
                    .with(
                            "/var/log/apache2/tickertape.log",
                            directory.resolve("apache.log").toString())
                    .with("http://tickertape:9080/", "http://%s/".formatted(server));
        }

        @Override
        List<String> command(String program, String file) {
            return List.of(program, "-f", file, "-DFOREGROUND");
        }
    };

    /// A running proxy.
    record Running(URI uri, Program program) implements AutoCloseable {
        @Override
        public void close() {
            program.close();
        }
    }

    private final String program;
    private final String file;

    Recipe(String program, String file) {
        this.program = program;
        this.file = file;
    }

    abstract ConfigurationFile adapted(ConfigurationFile original, int port, String server, Path directory);

    abstract List<String> command(String executable, String configuration);

    /// Starts the proxy in front of a server; skips the test where it is not installed.
    Running before(URI server, Path parent) {
        String executable = Program.orSkip(program).toString();
        int port = FreePorts.find().http();
        var uri = URI.create("http://127.0.0.1:%s/".formatted(port));
        try {
            Path directory = Files.createDirectories(parent.resolve(program));
            Path configuration = directory.resolve(file);
            var adapted = adapted(ConfigurationFile.of(file), port, server.getAuthority(), directory);
            Files.writeString(configuration, adapted.text());
            return new Running(uri, Program.start(uri, directory, command(executable, configuration.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
