package tickertape.web.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Turns JSON into maps, lists and plain values. Numbers keep their decimals.
final class JsonTree {

    private JsonTree() {}

    static Map<String, Object> of(JsonObject object) {
        var tree = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> tree.put(name, of(value)));
        return tree;
    }

    private static Object of(JsonValue value) {
        return switch (value) {
            case JsonObject object -> of(object);
            case JsonArray array -> array.stream().map(JsonTree::of).toList();
            case JsonString string -> string.getString();
            case JsonNumber number -> number.bigDecimalValue();
            default -> value.equals(JsonValue.TRUE);
        };
    }
}
