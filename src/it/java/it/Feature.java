package it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What tests that look at all features at once have to know of one: each brings its `feature.json` in its folder here,
/// so that it can be deleted with it.
public record Feature(String name, JsonObject facts) {

    private static final String FILE = "feature.json";
    private static final Path TESTS = Path.of("src/it/java/it");
    private static final List<Feature> ALL = readAll();

    /// Those that say anything, by name.
    public static List<Feature> all() {
        return ALL;
    }

    private static List<Feature> readAll() {
        try (Stream<Path> folders = Files.list(TESTS)) {
            return folders.filter(folder -> Files.exists(folder.resolve(FILE)))
                    .sorted()
                    .map(Feature::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Feature read(Path folder) {
        try (var reader = Json.createReader(Files.newBufferedReader(folder.resolve(FILE)))) {
            return new Feature(TESTS.relativize(folder).toString(), reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An object of it; empty if it has none of this name.
    public JsonObject object(String property) {
        return facts.containsKey(property) ? facts.getJsonObject(property) : JsonValue.EMPTY_JSON_OBJECT;
    }

    /// The same with a list of texts.
    public List<String> texts(String property) {
        JsonArray texts = facts.containsKey(property) ? facts.getJsonArray(property) : JsonValue.EMPTY_JSON_ARRAY;
        return texts.getValuesAs(JsonString::getString);
    }
}
