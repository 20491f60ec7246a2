package it.contract;

import it.Http;
import it.openapi.Operation;
import java.net.URI;
import java.net.http.HttpResponse;

/// The requests that make an operation answer with each documented status.
final class Provocation {

    private Provocation() {}

    static HttpResponse<String> of(int status, Operation operation, URI root) {
        String good = operation.path("");
        return switch (status) {
            case 200 -> send(operation, root, good);
            case 304 -> send(operation, root, good, "If-None-Match", "*");
            case 400 -> send(operation, root, good + "?nonsense=1");
            case 401 -> send(operation, root, good, "Authorization", "Bearer nobody");
            case 404 -> send(operation, root, operation.path("NOPE"));
            case 405 -> Http.send("PATCH", root.resolve(good));
            case 406 -> send(operation, root, good, "Accept", "application/xml");
            case 414 -> send(operation, root, good + "?_=" + "a".repeat(32_000));
            default -> throw new IllegalArgumentException("%s documents %s".formatted(operation, status));
        };
    }

    static HttpResponse<String> send(Operation operation, URI root, String path, String... headers) {
        return Http.send(operation.method(), root.resolve(path), headers);
    }
}
