package tickertape.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Puts the JSON Schemas into `/openapi` in place of the references to their files, so that it can be taken away whole.
public class SchemaFilter implements OASFilter {

    private static final String FOLDER = "schema/";

    @Override
    public void filterOpenAPI(OpenAPI openapi) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        openapi.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, inPlace(schema)));
        openapi.getComponents().setSchemas(schemas);
    }

    private static Schema inPlace(Schema schema) {
        String file = schema.getRef();
        return file == null || !file.startsWith(FOLDER) ? schema : schema(read(file.substring(FOLDER.length())));
    }

    private static JsonObject read(String name) {
        byte[] file = ContractFile.schema(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no schema '%s'".formatted(name)));
        try (var reader = Json.createReader(new ByteArrayInputStream(file))) {
            return reader.readObject();
        }
    }

    private static Schema schema(JsonObject json) {
        Schema schema = OASFactory.createSchema();
        json.forEach((keyword, value) -> schema.set(keyword, value(keyword, value)));
        return schema;
    }

    // Of the keywords that hold schemas, those that ours use.
    private static Object value(String keyword, JsonValue value) {
        return switch (keyword) {
            case "properties" -> {
                Map<String, Schema> properties = new LinkedHashMap<>();
                value.asJsonObject().forEach((name, json) -> properties.put(name, schema(json.asJsonObject())));
                yield properties;
            }
            case "items" -> schema(value.asJsonObject());
            case "minLength", "maxLength", "minItems", "maxItems" -> ((JsonNumber) value).intValueExact();
            default -> plain(value);
        };
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                object.forEach((name, part) -> plain.put(name, plain(part)));
                yield plain;
            }
            case JsonArray array -> array.stream().map(SchemaFilter::plain).toList();
            case JsonString string -> string.getString();
            case JsonNumber number -> number.bigDecimalValue();
            default -> value.equals(JsonValue.TRUE);
        };
    }
}
