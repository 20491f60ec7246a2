package it.deploy;

import it.FreePorts;
import it.fault.Nginx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// An nginx with the configuration `src/docs/deploy/nginx.conf`, in front of a server on this machine.
///
/// Only addresses and paths of the file are changed.
///
/// @param plain its address without TLS
/// @param uri its address with TLS
/// @param status the address of its own metrics
public record DeployedNginx(Nginx nginx, URI plain, URI uri, URI status, Certificate certificate)
        implements AutoCloseable {

    public static DeployedNginx before(URI server, Path directory) {
        return before(List.of(server), directory);
    }

    /// The same in front of several servers.
    public static DeployedNginx before(List<URI> servers, Path directory) {
        FreePorts ports = FreePorts.find();
        int forStatus = FreePorts.find().http();
        try {
            Certificate certificate = Certificate.make(Files.createDirectories(directory.resolve("tls")));
            var configuration = ConfigurationFile.of("nginx.conf")
                    .with("/var/log/nginx/error.log", "stderr")
                    .with("include /etc/nginx/mime.types;", "access_log off;")
                    .with("server tickertape:9080 max_fails=0;", upstream(servers))
                    .with("listen 80;", "listen 127.0.0.1:%s;".formatted(ports.http()))
                    .with("listen 127.0.0.1:8081;", "listen 127.0.0.1:%s;".formatted(forStatus))
                    .with("listen 443 ", "listen 127.0.0.1:%s ".formatted(ports.https()))
                    .with("/etc/nginx/tls/tls.crt", certificate.file().toString())
                    .with("/etc/nginx/tls/tls.key", certificate.keyFile().toString());
            URI plain = URI.create("http://127.0.0.1:%s/".formatted(ports.http()));
            URI uri = URI.create("https://127.0.0.1:%s/".formatted(ports.https()));
            URI status = URI.create("http://127.0.0.1:%s/".formatted(forStatus));
            var nginx = Nginx.start(uri, directory, configuration.text());
            return new DeployedNginx(nginx, plain, uri, status, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String upstream(List<URI> servers) {
        return servers.stream()
                .map(server -> "server %s max_fails=0;".formatted(server.getAuthority()))
                .collect(Collectors.joining(" "));
    }

    /// A client that connects from this address of the machine, and uses HTTP/2 if nginx does.
    HttpClient client(String address) {
        try {
            return HttpClient.newBuilder()
                    .sslContext(trust())
                    .localAddress(InetAddress.getByName(address))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Trusts its certificate.
    public SSLContext trust() {
        try {
            return certificate.trust();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nginx.close();
    }
}
