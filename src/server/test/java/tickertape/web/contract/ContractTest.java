package tickertape.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fragments come from a folder of classes and from jars, and become one contract.
class ContractTest {

    private static final String GENERAL = "openapi: 3.1.0\ninfo: {title: Test}\n";
    private static final String SCHEMA = "{\"type\": \"number\", \"minimum\": 1.50}";

    @TempDir
    Path folder;

    private final List<URL> classPath = new ArrayList<>();

    @Test
    void fragmentsOfAFolderAndOfAJarAreMerged() throws IOException {
        folder(Map.of("openapi.yaml", GENERAL, "quotes/openapi.yaml", "paths: {/quotes: {}}"));
        jar(Map.of("index", "sample/openapi.yaml\n", "sample/openapi.yaml", "paths: {/sample: {}}"));

        assertThat(contract().openApi())
                .containsEntry("openapi", "3.1.0")
                .containsEntry("paths", Map.of("/quotes", Map.of(), "/sample", Map.of()));
    }

    @Test
    void fragmentsOfAFolderThatIsOnTheIndexToo() throws IOException {
        folder(Map.of("openapi.yaml", GENERAL, "index", "openapi.yaml\n"));

        assertThat(contract().openApi()).containsEntry("openapi", "3.1.0");
    }

    @Test
    void schemaStandsInPlaceOfItsReferenceWithAllDecimals() throws IOException {
        folder(Map.of(
                "quotes/openapi.yaml",
                "components: {schemas: {Price: {$ref: ./schema/price.json}}}",
                "quotes/schema/price.json",
                SCHEMA));

        assertThat(contract().openApi().toString()).contains("Price={type=number, minimum=1.50}");
        assertThat(contract().schema("price.json")).hasValue(SCHEMA);
        assertThat(contract().schema("quotes/schema/price.json")).isEmpty();
    }

    @Test
    void asyncApiKeepsItsReferencesToSchemas() throws IOException {
        folder(Map.of(
                "asyncapi.yaml", "asyncapi: 3.0.0\n",
                "quotes/asyncapi.yaml", "payload: {$ref: ./schema/price.json}",
                "quotes/schema/price.json", SCHEMA));

        assertThat(contract().asyncApi()).isEqualTo("""
                asyncapi: "3.0.0"
                payload:
                  $ref: "./schema/price.json"
                """);
    }

    @Test
    void textsThatOlderParsersTakeForSomethingElseAreQuoted() throws IOException {
        folder(Map.of("asyncapi.yaml", "{time: '2026-11-23T03:50:15.332383Z', phase: 'no', text: plain words}"));

        assertThat(contract().asyncApi()).isEqualTo("""
                time: "2026-11-23T03:50:15.332383Z"
                phase: "no"
                text: plain words
                """);
    }

    @Test
    void pathThatTwoFeaturesDefineFails() throws IOException {
        folder(Map.of("quotes/openapi.yaml", "paths: {/quotes: {summary: one}}"));
        jar(Map.of("index", "sample/openapi.yaml\n", "sample/openapi.yaml", "paths: {/quotes: {summary: two}}"));

        assertFails("sample/openapi.yaml defines /paths//quotes/summary, which quotes/openapi.yaml defines already");
    }

    @Test
    void schemaThatTwoFeaturesDefineFails() throws IOException {
        folder(Map.of("quotes/schema/price.json", SCHEMA, "sample/schema/price.json", SCHEMA));

        assertFails("sample/schema/price.json: another feature has a schema called price.json already");
    }

    @Test
    void fragmentThatTwoJarsBringFails() throws IOException {
        jar(Map.of("index", "sample/openapi.yaml\n", "sample/openapi.yaml", "paths: {/sample: {}}"));
        jar(Map.of("index", "sample/openapi.yaml\n", "sample/openapi.yaml", "paths: {/other: {}}"));

        assertFails("the contract fragment sample/openapi.yaml exists 2 times");
    }

    @Test
    void referenceThatLeadsNowhereFails() throws IOException {
        folder(Map.of("quotes/openapi.yaml", "components: {schemas: {Price: {$ref: ./schema/price.json}}}"));

        assertFails("quotes/openapi.yaml refers to ./schema/price.json, which does not exist");
    }

    @Test
    void jarWithoutAnIndexFails() throws IOException {
        jar(Map.of("sample/openapi.yaml", "paths: {/sample: {}}"));

        assertFails("has no file 'index' that lists its contract fragments");
    }

    private void assertFails(String message) {
        assertThatIllegalArgumentException().isThrownBy(this::contract).withMessageContaining(message);
    }

    private Contract contract() throws IOException {
        try (var loader = new URLClassLoader(classPath.toArray(URL[]::new), null)) {
            return Contract.of(loader);
        }
    }

    private void folder(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve("classes").resolve(Fragments.ROOT).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        classPath.add(folder.resolve("classes").toUri().toURL());
    }

    private void jar(Map<String, String> files) throws IOException {
        Path jar = folder.resolve(classPath.size() + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(Fragments.ROOT));
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(Fragments.ROOT + entry.getKey()));
                zip.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        classPath.add(jar.toUri().toURL());
    }
}
