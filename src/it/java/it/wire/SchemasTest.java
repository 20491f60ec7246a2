package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import it.Instruments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The schemas are complete and strict: a test against a lax schema proves nothing.
class SchemasTest {

    private static final Schemas SCHEMAS = new Schemas();

    static final Set<String> NAMES = Schemas.texts().keySet();

    @ParameterizedTest
    @FieldSource("NAMES")
    void schemaIsOneOfItsDialect(String name) {
        Schema schemaOfSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(schema(name).getString("$schema")));

        assertThat(schemaOfSchemas.validate(schema(name).toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema(name).getString("$schema")).endsWith("/draft/2020-12/schema");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everythingIsDescribedInSentences(String name) {
        assertThat(schema(name).getString("description")).endsWith(".");
        properties(name)
                .forEach((property, says) -> assertThat(says.asJsonObject().getString("description", ""))
                        .as(property)
                        .endsWith("."));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void exampleHasAllThatThereMayBeAndIsGood(String name) {
        assertThat(example(name).keySet()).isEqualTo(properties(name).keySet());
        assertThat(SCHEMAS.faults(name, example(name).toString())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void anythingMoreIsRefused(String name) {
        JsonObject more = Json.createObjectBuilder(example(name)).add("more", 1).build();

        assertThat(SCHEMAS.faults(name, more.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void whatIsRequiredIsMissed(String name) {
        for (JsonString required : schema(name).getJsonArray("required").getValuesAs(JsonString.class)) {
            JsonObject less = Json.createObjectBuilder(example(name))
                    .remove(required.getString())
                    .build();

            assertThat(SCHEMAS.faults(name, less.toString()))
                    .as(required.getString())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void valuesOfAnotherTypeAreRefused(String name) {
        for (String property : properties(name).keySet()) {
            JsonValue value = example(name).get(property);
            boolean isBoolean = JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value);
            JsonObject odd = Json.createObjectBuilder(example(name))
                    .add(property, isBoolean ? Json.createValue(1) : JsonValue.FALSE)
                    .build();

            assertThat(SCHEMAS.faults(name, odd.toString())).as(property).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    trade     | time      | "2026-11-23T03:50:15.128Z"
                    trade     | time      | "2026-11-23T03:50:15.128945+00:00"
                    trade     | time      | "2026-11-23 03:50:15.128945Z"
                    trade     | time      | "2026-02-30T03:50:15.128945Z"
                    trade     | price     | "1"
                    trade     | size      | -1
                    trade     | symbol    | "A B"
                    quote     | bidSize   | -1
                    quote     | seq       | 0
                    quote     | seq       | 1.5
                    quote     | status    | "TRADING"
                    hello     | epoch     | "A-1"
                    hello     | heartbeat | "PT"
                    hello     | heartbeat | "15"
                    hello     | resume    | "lost"
                    hello     | topics    | []
                    hello     | topics    | [{"audience": "all", "kind": "some", "name": "quote", "standard": true}]
                    hello     | topics    | [{"audience": "all", "kind": "latest", "name": "Quote", "standard": true}]
                    hello     | topics    | [{"kind": "latest", "name": "quote", "standard": true}]
                    heartbeat | offset    | -1
                    gap       | topics    | []
                    goodbye   | reason    | ""
                    status    | phase     | "lunch"
                    problem   | status    | 200
                    """)
    void valuesBesideTheMarkAreRefused(String name, String property, String value) {
        JsonObject odd = Json.createObjectBuilder(example(name))
                .add(property, Instruments.array("[" + value + "]").get(0))
                .build();

        assertThat(SCHEMAS.faults(name, odd.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"quote,bid", "quote,askSize", "status,next"})
    void partsThatBelongTogetherAreMissedSingly(String name, String property) {
        JsonObject half =
                Json.createObjectBuilder(example(name)).remove(property).build();

        assertThat(SCHEMAS.faults(name, half.toString())).isNotEmpty();
    }

    @Test
    void eventWithoutASchemaIsAFault() {
        assertThat(SCHEMAS.faults("weather", "{}")).isNotEmpty();
    }

    private static JsonObject schema(String name) {
        return Instruments.object(Schemas.texts().getOrDefault(name, "{}"));
    }

    private static JsonObject properties(String name) {
        return schema(name).getJsonObject("properties");
    }

    private static JsonObject example(String name) {
        return schema(name).getJsonArray("examples").getJsonObject(0);
    }
}
