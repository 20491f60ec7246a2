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
import java.util.TreeMap;

/// The JSON Schemas of `src/docs`: those of events by their names in the AsyncAPI document, the others by their file
/// names.
public final class Schemas {

    /// The schemas of the stream's own events, which belong to no topic.
    private static final Path STREAM = Path.of("src/docs/stream/schema");

    private final Map<String, Schema> byName = new TreeMap<>();
    private final List<String> events;
    private final List<String> publicEvents;
    private final List<String> topics;

    public Schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        AsyncApi asyncApi = AsyncApi.read();
        Map<String, Path> files = new TreeMap<>(asyncApi.payloads());
        events = List.copyOf(files.keySet());
        publicEvents = events.stream()
                .filter(event -> !asyncApi.privateEvents().contains(event))
                .toList();
        topics = files.entrySet().stream()
                .filter(event -> !event.getValue().startsWith(STREAM) && publicEvents.contains(event.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        Fragments.schemas().stream()
                .filter(file -> !files.containsValue(file))
                .toList()
                .forEach(file -> files.put(name(file), file));
        files.forEach((name, file) -> byName.put(name, registry.getSchema(text(file), InputFormat.JSON)));
    }

    /// The contents of the files.
    public static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        Fragments.schemas().forEach(file -> texts.put(name(file), text(file)));
        return texts;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("[.]json$", "");
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

    /// Those that everybody gets.
    List<String> publicEvents() {
        return publicEvents;
    }

    /// The topics that everybody may read.
    List<String> topics() {
        return topics;
    }

    /// What is wrong with a text, in sentences; a name without a schema is a fault too.
    public List<String> faults(String name, String json) {
        Schema schema = byName.get(name);
        return schema == null ? List.of("there is no schema for '%s'".formatted(name)) : faults(schema, json);
    }

    /// What is wrong with a text according to a schema, including formats such as that of a time.
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
