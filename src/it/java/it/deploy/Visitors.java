package it.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Clients of an nginx over TLS, each with a connection of its own.
final class Visitors {

    private final DeployedNginx nginx;
    private final List<HttpClient> clients = new ArrayList<>();

    Visitors(DeployedNginx nginx) {
        this.nginx = nginx;
    }

    /// Opens a stream, and keeps it open.
    HttpResponse<Stream<String>> open(String address, Version version, String target, String... headers) {
        var request = HttpRequest.newBuilder(nginx.uri().resolve(target)).version(version);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(client(address), request, BodyHandlers.ofLines());
    }

    /// The first event of a stream that a client at this address opens over HTTP/2.
    ///
    /// @param headers names and values in turn
    String firstEvent(String address, String... headers) {
        return firstEvent(open(address, Version.HTTP_2, "api/stream?symbol=AAPL", headers));
    }

    static String firstEvent(HttpResponse<Stream<String>> answer) {
        return answer.body()
                .filter(line -> line.startsWith("event: "))
                .findFirst()
                .orElse("none");
    }

    /// @param path as it goes over the wire
    HttpResponse<String> get(String path) {
        URI uri = URI.create("https://" + nginx.uri().getAuthority() + path);
        return send(client("127.0.0.1"), HttpRequest.newBuilder(uri), BodyHandlers.ofString());
    }

    /// Breaks all their connections.
    void leave() {
        clients.forEach(HttpClient::shutdownNow);
    }

    private HttpClient client(String address) {
        HttpClient client = nginx.client(address);
        clients.add(client);
        return client;
    }

    static <T> HttpResponse<T> send(HttpClient client, HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.timeout(Duration.ofMinutes(1)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
