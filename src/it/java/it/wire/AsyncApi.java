package it.wire;

import it.Instruments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The description of the stream's events, `src/docs/asyncapi.yaml`.
public record AsyncApi(JsonObject document) {

    static final Path FILE = Path.of("src/docs/asyncapi.yaml");

    public static AsyncApi read() {
        return new AsyncApi(
                Instruments.object(new YAMLMapper().readTree(FILE.toFile()).toString()));
    }

    /// The messages of the one channel, by the names of their events.
    public Map<String, JsonObject> messages() {
        var messages = new TreeMap<String, JsonObject>();
        document.getJsonObject("channels").getJsonObject("stream").getJsonObject("messages").values().stream()
                .map(this::resolved)
                .forEach(message -> messages.put(message.getString("name"), message));
        return messages;
    }

    /// The file with the schema of each event's data.
    public Map<String, Path> payloads() {
        var files = new TreeMap<String, Path>();
        messages().forEach((event, message) -> {
            JsonObject schema = message.getJsonObject("payload").getJsonObject("schema");
            files.put(event, FILE.resolveSibling(schema.getString("$ref")).normalize());
        });
        return files;
    }

    JsonObject resolved(JsonValue value) {
        JsonObject object = value.asJsonObject();
        if (!object.containsKey("$ref")) {
            return object;
        }
        JsonPointer place = Json.createPointer(object.getString("$ref").substring(1));
        return resolved(place.getValue(document));
    }
}
