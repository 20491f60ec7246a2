package it.extension;

import it.Http;
import it.Instruments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// A client of a resource of the sample.
///
/// @param uri where its memos are, or what else it writes
public record Memos(URI uri) {

    public static Memos of(URI root) {
        return new Memos(root.resolve("api/memos"));
    }

    static String body(String symbol, String text) {
        return Json.createObjectBuilder()
                .add("symbol", symbol)
                .add("text", text)
                .build()
                .toString();
    }

    /// Writes one, which must be accepted.
    public JsonObject write(String symbol, String text) {
        HttpResponse<String> response = post(body(symbol, text));
        if (response.statusCode() != 201) {
            throw new AssertionError("%s %s".formatted(response.statusCode(), response.body()));
        }
        return Instruments.object(response.body());
    }

    /// @param headers names and values in turn, beside the type JSON
    HttpResponse<String> post(String body, String... headers) {
        return send("127.0.0.1", "application/json", body, headers);
    }

    /// @param address of this machine, from which the request comes
    HttpResponse<String> send(String address, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Those that are kept, in the order of their numbers.
    List<JsonObject> all() {
        return Instruments.array(Http.get(uri).body()).getValuesAs(JsonObject.class);
    }
}
