package it.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One method of one path, as the document describes it.
public record Operation(OpenApi openApi, String path, String verb, JsonObject pathItem, JsonObject says) {

    public String method() {
        return verb.toUpperCase(Locale.ROOT);
    }

    public boolean hasHead(Operation other) {
        return other.method().equals("HEAD") && other.path.equals(path);
    }

    public boolean isStream() {
        return path.equals("/api/stream") && verb.equals("get");
    }

    /// Whether it changes nothing.
    public boolean isRead() {
        return Set.of("get", "head").contains(verb);
    }

    /// Whether nobody in particular gets what it is for.
    public boolean isOpen() {
        return !says.containsKey("security");
    }

    public Map<Integer, JsonObject> responses() {
        var responses = new TreeMap<Integer, JsonObject>();
        says.getJsonObject("responses")
                .forEach((status, response) -> responses.put(Integer.valueOf(status), openApi.resolved(response)));
        return responses;
    }

    /// The response of a successful request.
    public Documented good() {
        return new Documented(openApi, Objects.requireNonNull(responses().get(200)));
    }

    private List<JsonObject> parameters() {
        return Stream.of(pathItem, says)
                .filter(part -> part.containsKey("parameters"))
                .flatMap(part -> part.getJsonArray("parameters").stream())
                .map(openApi::resolved)
                .toList();
    }

    /// The path with this value for its first parameter, or with that one's example if the value is empty; others have
    /// their examples.
    public String path(String value) {
        String filled = value.isEmpty() ? path : path.replaceFirst("\\{\\w+}", value);
        for (JsonObject parameter : parameters("path").toList()) {
            filled = filled.replace("{%s}".formatted(parameter.getString("name")), example(parameter));
        }
        return filled.substring(1);
    }

    /// A request in which every parameter has the value of its example.
    public String example() {
        String query = parameters("query")
                .map(parameter -> "%s=%s".formatted(parameter.getString("name"), example(parameter)))
                .collect(Collectors.joining("&", "?", ""));
        return path("") + query;
    }

    /// Whether it has a parameter of the query of this name.
    public boolean takes(String name) {
        return parameters("query")
                .anyMatch(parameter -> parameter.getString("name").equals(name));
    }

    private Stream<JsonObject> parameters(String place) {
        return parameters().stream()
                .filter(parameter -> parameter.getString("in").equals(place));
    }

    private static String example(JsonObject parameter) {
        JsonValue example = parameter.getOrDefault("example", JsonValue.NULL);
        return switch (example.getValueType()) {
            case ARRAY ->
                example.asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.joining(","));
            case STRING -> URLEncoder.encode(((JsonString) example).getString(), StandardCharsets.UTF_8);
            default -> example.toString();
        };
    }

    @Override
    public String toString() {
        return method() + " " + path;
    }
}
