package it.contract;

import it.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/// How to get each documented status out of an operation.
final class Provocation {

    private static final Map<String, String> MISTAKES = Map.of(
            "/api/stream", "?topic=weather",
            "/api/quotes", "?symbol=NOPE",
            "/api/instruments", "?limit=0");

    private Provocation() {}

    static HttpResponse<String> of(int status, Operation operation, URI root) {
        String good = operation.pathWith(operation.path().contains("file") ? "quote.json" : "AAPL");
        return switch (status) {
            case 200 -> send(operation, root, good);
            case 304 -> send(operation, root, good, "If-None-Match", "*");
            case 400 -> send(operation, root, good + MISTAKES.get(operation.path()));
            case 404 ->
                send(operation, root, operation.pathWith(operation.path().contains("file") ? "nope.json" : "NOPE"));
            case 405 -> Http.send("DELETE", root.resolve(good));
            case 406 -> send(operation, root, good, "Accept", "application/xml");
            case 414 -> send(operation, root, good + "?x=" + "a".repeat(8191));
            default -> throw new IllegalArgumentException("%s documents %d".formatted(operation, status));
        };
    }

    static HttpResponse<String> send(Operation operation, URI root, String path, String... headers) {
        return Http.send(operation.method(), root.resolve(path), headers);
    }
}
