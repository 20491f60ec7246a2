package it.wire;

import it.Instruments;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The contract fragments of `src/docs`: the general ones, and those in the folder of each feature.
public final class Fragments {

    private static final Path DOCS = Path.of("src/docs");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Fragments() {}

    /// All files of this name, the general one first.
    public static List<Path> files(String name) {
        return walk(path -> path.endsWith(name) && DOCS.relativize(path).getNameCount() <= 2);
    }

    /// All JSON Schemas.
    public static List<Path> schemas() {
        return walk(path -> path.toString().matches(".*/schema/[a-z-]+[.]json"));
    }

    /// The schema that a fragment refers to by `./schema/` and its name; names are unique.
    public static Path schema(String reference) {
        return schemas().stream()
                .filter(file -> reference.equals("./schema/" + file.getFileName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + reference));
    }

    public static JsonObject read(Path file) {
        return Instruments.object(YAML.readTree(file.toFile()).toString());
    }

    /// A document, merged from its fragments: maps are merged, lists appended.
    static JsonObject merged(String name) {
        ObjectNode document = YAML.createObjectNode();
        files(name).forEach(file -> merge(document, (ObjectNode) YAML.readTree(file.toFile())));
        return Instruments.object(document.toString());
    }

    private static void merge(ObjectNode target, ObjectNode fragment) {
        fragment.properties().forEach(property -> {
            JsonNode old = target.get(property.getKey());
            if (old instanceof ObjectNode map) {
                merge(map, (ObjectNode) property.getValue());
            } else if (old instanceof ArrayNode list) {
                list.addAll((ArrayNode) property.getValue());
            } else {
                target.set(property.getKey(), property.getValue());
            }
        });
    }

    private static List<Path> walk(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(wanted)
                    .sorted((one, other) -> one.getNameCount() == other.getNameCount()
                            ? one.compareTo(other)
                            : one.getNameCount() - other.getNameCount())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
