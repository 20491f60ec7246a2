package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The AsyncAPI document is valid, and describes each event completely.
///
/// There is no library that validates AsyncAPI 3.0, so a schema of the parts that we use takes its place.
class AsyncApiTest {

    private static final AsyncApi ASYNC_API = AsyncApi.read();
    private static final Pattern INNER_REFERENCE = Pattern.compile("\"[$]ref\":\"#(/[^\"]*)\"");
    private static final Pattern OUTER_REFERENCE = Pattern.compile("\"[$]ref\":\"([.]/[^\"]*)\"");

    @Test
    void documentIsOne() throws IOException {
        assertThat(faults(ASYNC_API.document().toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "asyncapi":"3.0.0" | "asyncapi":"2.6.0"
                    "version":         | "versoin":
                    "address":         | "adress":
                    "action":"send"    | "action":"publish"
                    "$ref":            | "$reff":
                    "schemaFormat":    | "format":
                    "host":"localhost  | "host":"http://localhost
                    """)
    void whatIsNoneIsSeen(String right, String wrong) throws IOException {
        String document = ASYNC_API.document().toString();

        assertThat(document).contains(right);
        assertThat(faults(document.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> places = INNER_REFERENCE
                .matcher(ASYNC_API.document().toString())
                .results()
                .map(reference -> reference.group(1))
                .toList();

        assertThat(places)
                .isNotEmpty()
                .allMatch(place -> Json.createPointer(place).containsValue(ASYNC_API.document()));
        assertThat(ASYNC_API.payloads().values()).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void everySchemaIsThatOfAnEventOrABody() {
        Set<Path> known = new TreeSet<>(ASYNC_API.payloads().values());
        for (Path fragment : Fragments.files("openapi.yaml")) {
            OUTER_REFERENCE
                    .matcher(Fragments.read(fragment).toString())
                    .results()
                    .forEach(reference -> known.add(Fragments.schema(reference.group(1))));
        }

        assertThat(known).containsExactlyInAnyOrderElementsOf(Fragments.schemas());
    }

    @Test
    void everyEventHasAnExampleThatKeepsToItsSchemas() {
        var schemas = new Schemas();
        ASYNC_API.messages().forEach((event, message) -> {
            JsonObject example = message.getJsonArray("examples").getJsonObject(0);

            assertThat(schemas.faults(event, example.getJsonObject("payload").toString()))
                    .as(event)
                    .isEmpty();
            if (message.containsKey("headers")) {
                JsonObject headers = ASYNC_API.resolved(message.getJsonObject("headers"));
                assertThat(faults(
                                headers.toString(),
                                example.getJsonObject("headers").toString()))
                        .as(event)
                        .isEmpty();
            }
        });
    }

    private static List<Error> faults(String document) throws IOException {
        return faults(Files.readString(Path.of("src/it/resources/asyncapi.schema.json")), document);
    }

    private static List<Error> faults(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
