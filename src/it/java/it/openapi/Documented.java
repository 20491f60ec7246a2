package it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import it.wire.Schemas;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A response as the document describes it.
public record Documented(OpenApi openApi, JsonObject says) {

    /// The media types of its body; none if it has no body.
    public Set<String> types() {
        return content().keySet();
    }

    private JsonObject content() {
        return says.containsKey("content") ? says.getJsonObject("content") : JsonValue.EMPTY_JSON_OBJECT;
    }

    public void assertHolds(Operation operation, HttpResponse<String> answer) {
        assertHeaders(answer.headers()::firstValue);
        if (types().isEmpty()) {
            assertThat(answer.body()).as(operation.toString()).isEmpty();
        } else {
            String type =
                    answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
            assertThat(types()).as(operation.toString()).contains(type);
            assertThat(faults(schema(type), json(type, answer.body())))
                    .as(operation.toString())
                    .isEmpty();
        }
    }

    public void assertHeaders(Function<String, Optional<String>> headers) {
        if (says.containsKey("headers")) {
            says.getJsonObject("headers").forEach((name, reference) -> {
                JsonObject header = openApi.resolved(reference);
                Optional<String> value = headers.apply(name);
                assertThat(value.isPresent() || !header.getBoolean("required", false))
                        .as(name)
                        .isTrue();
                value.ifPresent(text -> assertThat(faults(header.getJsonObject("schema"), scalar(text)))
                        .as(name)
                        .isEmpty());
            });
        }
    }

    public void assertExamplesHold() {
        content().forEach((type, media) -> {
            JsonObject examples = media.asJsonObject().getJsonObject("examples");
            if (examples != null) {
                examples.values().forEach(reference -> {
                    JsonValue example = openApi.resolved(reference).getOrDefault("value", JsonValue.NULL);
                    assertThat(faults(schema(type), example.toString()))
                            .as(example.toString())
                            .isEmpty();
                });
            }
        });
    }

    private JsonObject schema(String type) {
        return content().getJsonObject(type).getJsonObject("schema");
    }

    private static String json(String type, String body) {
        return type.endsWith("json") ? body : Json.createValue(body).toString();
    }

    // A header is text, but if its schema asks for a number, it must be one.
    private static String scalar(String text) {
        return text.matches("[0-9]+") ? text : Json.createValue(text).toString();
    }

    public List<String> faults(JsonObject schema, String json) {
        return Schemas.faults(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(openApi.whole(schema), InputFormat.JSON),
                json);
    }
}
