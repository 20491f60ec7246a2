package it.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The AsyncAPI document, merged from the fragments of `src/docs`.
public record AsyncApi(JsonObject document) {

    public static AsyncApi read() {
        return new AsyncApi(Fragments.merged("asyncapi.yaml"));
    }

    /// The messages of the only channel, by the names of their events.
    public Map<String, JsonObject> messages() {
        var messages = new TreeMap<String, JsonObject>();
        document.getJsonObject("channels").getJsonObject("stream").getJsonObject("messages").values().stream()
                .map(this::resolved)
                .forEach(message -> messages.put(message.getString("name"), message));
        return messages;
    }

    /// The events that only their owners get, as their titles say.
    Set<String> privateEvents() {
        return messages().entrySet().stream()
                .filter(message -> message.getValue().getString("title").contains("Private"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// The file with the schema of each event's data.
    public Map<String, Path> payloads() {
        var files = new TreeMap<String, Path>();
        messages()
                .forEach((event, message) -> files.put(
                        event,
                        Fragments.schema(message.getJsonObject("payload")
                                .getJsonObject("schema")
                                .getString("$ref"))));
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
