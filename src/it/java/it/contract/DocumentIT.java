package it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import it.Http;
import it.Instruments;
import it.LivelyServer;
import it.openapi.Documented;
import it.openapi.OpenApi;
import it.openapi.Operation;
import it.wire.AsyncApi;
import it.wire.Fragments;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What `/openapi` shows is complete, valid, and consistent with the events and the schemas.
class DocumentIT {

    private final URI root = LivelyServer.uri();

    @Test
    void documentIsValid() {
        for (String type : Set.of("application/json", "application/yaml")) {
            String text = Http.get(root.resolve("openapi"), "Accept", type).body();

            assertThat(text).contains("3.1.0");
            assertThat(messages(text)).isEmpty();
        }
    }

    @Test
    void unknownParameterIsRefused() {
        for (String path : List.of("asyncapi.yaml", "schema/quote.json")) {
            assertThat(Http.get(root.resolve("api/contract/" + path + "?x=1")).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whoHasNoPreferenceGetsJson() {
        for (String[] headers : new String[][] {{}, {"Accept", "*/*"}, {"Accept", "text/html, */*;q=0.8"}}) {
            HttpResponse<String> answer = Http.get(root.resolve("openapi"), headers);

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.body()).startsWith("{");
        }
        assertThat(Http.get(root.resolve("openapi?format=yaml")).headers().firstValue("Content-Type"))
                .hasValue("application/yaml");
    }

    /// What the linters Spectral and Redocly ask for.
    @Test
    void everyOperationSaysWhatItIsFor() {
        OpenApi openApi = OpenApi.of(root);

        assertThat(openApi.document()).containsKeys("servers", "security");
        assertThat(openApi.document().getJsonObject("info")).containsKeys("contact", "license", "description");
        assertThat(openApi.operations())
                .allSatisfy(operation -> assertThat(operation.says())
                        .as(operation.toString())
                        .containsKeys("operationId", "summary", "description", "tags"));
    }

    @Test
    void whatIsWrongWithItWouldBeSeen() {
        OpenApi openApi = OpenApi.of(root);
        var quote = new Documented(openApi, openApi.schemas().getJsonObject("Quote"));

        assertThat(messages(openApi.document().toString().replace("\"responses\"", "\"answers\"")))
                .isNotEmpty();
        assertThat(quote.faults(quote.says(), "{\"symbol\":1}")).isNotEmpty();
    }

    private static List<String> messages(String text) {
        return new OpenAPIV3Parser()
                .readContents(text, null, new ParseOptions())
                .getMessages();
    }

    @Test
    void everythingThatCanBeGotHasAHead() {
        List<Operation> operations = OpenApi.of(root).operations();

        assertThat(operations)
                .filteredOn(operation -> operation.method().equals("GET"))
                .isNotEmpty()
                .allMatch(get -> operations.stream().anyMatch(get::hasHead));
    }

    @Test
    void itsSchemasAreTheFilesOfTheFragmentsAndNoOthers() throws IOException {
        OpenApi openApi = OpenApi.of(root);
        Set<String> known = new TreeSet<>();
        for (Path fragment : Fragments.files("openapi.yaml")) {
            JsonObject schemas = schemas(Fragments.read(fragment));
            known.addAll(schemas.keySet());
            for (String name : schemas.keySet()) {
                String file = schemas.getJsonObject(name).getString("$ref", "");
                if (!file.isEmpty()) {
                    assertThat(openApi.schemas().get(name))
                            .isEqualTo(Instruments.object(Files.readString(Fragments.schema(file))));
                }
            }
        }

        assertThat(openApi.schemas().keySet()).isEqualTo(known);
    }

    private static JsonObject schemas(JsonObject fragment) {
        JsonObject nothing = JsonValue.EMPTY_JSON_OBJECT;
        JsonObject components = (JsonObject) fragment.getOrDefault("components", nothing);
        return (JsonObject) components.getOrDefault("schemas", nothing);
    }

    @Test
    void itPointsToTheEventsAndTheyToTheirSchemas() throws IOException {
        assertThat(stream().says().getString("description")).contains("/api/contract/asyncapi.yaml");
        JsonObject served = Instruments.object(new YAMLMapper()
                .readTree(Http.get(root.resolve("api/contract/asyncapi.yaml")).body())
                .toString());
        String version = served.getJsonObject("info").getString("version");
        assertThat(served.toString())
                .isEqualTo(AsyncApi.read().document().toString().replace("${project.version}", version));
        for (Path file : AsyncApi.read().payloads().values()) {
            URI schema = root.resolve("api/contract/asyncapi.yaml").resolve("./schema/" + file.getFileName());
            assertThat(Http.get(schema).body()).isEqualTo(Files.readString(file));
        }
    }

    private Operation stream() {
        return OpenApi.of(root).operations().stream()
                .filter(Operation::isStream)
                .findFirst()
                .orElseThrow();
    }
}
