package tickertape.web.contract;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The contract of this server, merged from the fragments of all features. Immutable.
public final class Contract {

    private static final String REFERENCE = "$ref";

    private final Fragments fragments;
    private final Map<String, String> schemas = new TreeMap<>();
    private final Map<String, Object> openApi;
    private final String asyncApi;

    private Contract(Fragments fragments) {
        this.fragments = fragments;
        for (String path : fragments.schemas()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String text = fragments.read(path);
            if (schemas.put(name, text) != null) {
                throw new IllegalArgumentException(
                        "%s: another feature has a schema called %s already".formatted(path, name));
            }
        }
        openApi = merged("openapi.yaml", true);
        asyncApi = Yaml.text(merged("asyncapi.yaml", false));
    }

    /// Merges what is on the class path.
    ///
    /// @throws IllegalArgumentException if fragments contradict each other, or refer to a missing schema
    public static Contract of(ClassLoader loader) {
        try {
            return new Contract(new Fragments(loader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The OpenAPI document, with the schemas in place of the references to their files.
    public Map<String, Object> openApi() {
        return openApi;
    }

    /// The OpenAPI document, as YAML.
    public String openApiAsYaml() {
        return Yaml.text(openApi);
    }

    /// The AsyncAPI document, as YAML. It refers to its schemas by `./schema/` and their names.
    public String asyncApi() {
        return asyncApi;
    }

    /// The JSON Schemas, by their file names such as `quote.json`.
    public Optional<String> schema(String name) {
        return Optional.ofNullable(schemas.get(name));
    }

    private Map<String, Object> merged(String document, boolean inPlace) {
        var merge = new FragmentMerge();
        for (String path : fragments.ending(document)) {
            var settings = LoadSettings.builder().setLabel(path).build();
            Object tree = resolved(path, new Load(settings).loadFromString(fragments.read(path)), inPlace);
            merge.add(path, (Map<?, ?>) tree);
        }
        return merge.merged();
    }

    /// The same tree, its references to schema files checked and, if wanted, replaced.
    private Object resolved(String fragment, Object tree, boolean inPlace) {
        if (tree instanceof Map<?, ?> map) {
            if (map.get(REFERENCE) instanceof String file && !file.startsWith("#")) {
                Map<String, Object> schema = schema(fragment, file);
                return inPlace ? schema : map;
            }
            var resolved = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> resolved.put(key.toString(), resolved(fragment, value, inPlace)));
            return resolved;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(item -> resolved(fragment, item, inPlace)).toList();
        }
        return tree;
    }

    private Map<String, Object> schema(String fragment, String file) {
        String text = schemas.get(file.replaceFirst("^([.]/)?schema/", ""));
        if (text == null) {
            throw new IllegalArgumentException("%s refers to %s, which does not exist".formatted(fragment, file));
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            return JsonTree.of(reader.readObject());
        }
    }
}
