package tickertape.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files in `src/docs/deploy`.
final class Deployment {

    static final Path FOLDER = Path.of("src/docs/deploy");

    /// What is different on Kubernetes where servers share a tape.
    static final Path CLUSTER = Path.of("src/docs/deploy-cluster");

    /// The name by which the files refer to the server.
    static final String NAME = "tickertape";

    private static final ObjectReader YAML = new YAMLMapper().readerFor(JsonNode.class);

    /// The services of Compose.
    static final JsonNode SERVICES = yaml("compose.yaml").getFirst().path("services");

    /// The pod of Kubernetes, and its two containers.
    static final JsonNode POD = kind("Deployment", "kubernetes.yaml").at("/spec/template/spec");

    static final JsonNode SERVER = only(POD.path("containers"), "name", NAME);
    static final JsonNode NGINX = only(POD.path("initContainers"), "name", "nginx");

    private Deployment() {}

    static String text(String file) {
        return read(FOLDER.resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The documents of a file.
    static List<JsonNode> yaml(String file) {
        return yaml(FOLDER.resolve(file));
    }

    static List<JsonNode> yaml(Path file) {
        return YAML.<JsonNode>readValues(read(file)).readAll();
    }

    /// The only document of this kind in a file of Kubernetes.
    static JsonNode kind(String kind, String file) {
        return only(yaml(file), "kind", kind);
    }

    /// The node whose property has this value.
    static JsonNode only(Iterable<JsonNode> nodes, String property, String value) {
        for (JsonNode node : nodes) {
            if (node.path(property).asString("").equals(value)) {
                return node;
            }
        }
        throw new AssertionError("none with %s %s in %s".formatted(property, value, nodes));
    }

    /// The number after these words in a file.
    static long number(String text, String words) {
        return Long.parseLong(found(text, Pattern.quote(words) + "[ =]?(\\d+)"));
    }

    /// What the only group of a pattern finds.
    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no %s in: %s".formatted(pattern, text));
        }
        return matcher.group(1);
    }

    /// Whole seconds, as in `40s`.
    static long seconds(JsonNode text) {
        return Long.parseLong(text.asString().replaceFirst("s$", ""));
    }
}
