package it.wire;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The JSON Schemas of `src/docs/schema`: those of events by the names that `asyncapi.yaml` gives them, the others by
/// their own.
public final class Schemas {

    static final Path FOLDER = Path.of("src/docs/schema");

    /// Those that no event of a stream has: they are of bodies.
    public static final Set<String> BODIES = Set.of("about", "instrument", "problem");

    /// Those of events that a stream says of itself: no topic brings them.
    private static final Set<String> OF_THE_STREAM = Set.of("hello", "gap", "heartbeat", "goodbye");

    private final Map<String, Schema> byName = new TreeMap<>();
    private final List<String> events;

    public Schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Path> files = new TreeMap<>(AsyncApi.read().payloads());
        events = List.copyOf(files.keySet());
        BODIES.forEach(name -> files.put(name, FOLDER.resolve(name + ".json")));
        files.forEach((name, file) -> byName.put(name, registry.getSchema(text(file), InputFormat.JSON)));
    }

    /// The files as they are.
    public static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replaceFirst("[.]json$", ""), text(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> events() {
        return events;
    }

    List<String> topics() {
        return events().stream().filter(name -> !OF_THE_STREAM.contains(name)).toList();
    }

    /// What is wrong with a text, in sentences; a name without a schema is a fault too.
    public List<String> faults(String name, String json) {
        Schema schema = byName.get(name);
        return schema == null ? List.of("there is no schema for '%s'".formatted(name)) : faults(schema, json);
    }

    /// What is wrong with a text by any schema, formats such as that of a time included.
    public static List<String> faults(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
