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

/// The JSON Schemas of `src/docs/schema`, by their names.
final class Schemas {

    static final Path FOLDER = Path.of("src/docs/schema");

    /// Those that no event of a stream has: they are of bodies.
    private static final Set<String> BODIES = Set.of("instrument", "problem");

    /// Those of events that a stream says of itself: no topic brings them.
    private static final Set<String> OF_THE_STREAM = Set.of("hello", "gap", "heartbeat", "goodbye");

    private final Map<String, Schema> byName = new TreeMap<>();

    Schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        texts().forEach((name, text) -> byName.put(name, registry.getSchema(text, InputFormat.JSON)));
    }

    /// The files as they are.
    static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replaceFirst("[.]json$", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    List<String> events() {
        return byName.keySet().stream().filter(name -> !BODIES.contains(name)).toList();
    }

    List<String> topics() {
        return events().stream().filter(name -> !OF_THE_STREAM.contains(name)).toList();
    }

    /// What is wrong with a text, in sentences; a name without a schema is a fault too.
    List<String> faults(String name, String json) {
        Schema schema = byName.get(name);
        return schema == null
                ? List.of("there is no schema for '%s'".formatted(name))
                : schema
                        .validate(
                                json,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                        .stream()
                        .map(Error::toString)
                        .toList();
    }
}
