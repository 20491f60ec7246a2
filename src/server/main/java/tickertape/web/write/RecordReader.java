package tickertape.web.write;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;
import tickertape.web.write.RecordShape.Component;

/// Makes a record of the body of a write, and says which field is wrong.
///
/// Every component must be there, unless it is an `Optional`; nothing else may be. What the record's own constructor
/// refuses, by an [IllegalArgumentException], is 400 with its message.
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RecordReader implements MessageBodyReader<Record> {

    // To look for the implementation of JSON-P takes longer than to read a body.
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    @Inject
    Jsonb jsonb;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try (var reader = READERS.createReader(body)) {
            if (reader.readValue() instanceof JsonObject object) {
                return record(jsonb, type, object);
            }
            throw invalid("the body is not a JSON object");
        } catch (JsonException e) {
            // The syntax has been checked, so there is nothing.
            throw invalid("the body is missing");
        }
    }

    static <T extends Record> T record(Jsonb jsonb, Class<T> type, JsonObject object) {
        RecordShape shape = RecordShape.of(type);
        for (String name : object.keySet()) {
            if (!shape.names().contains(name)) {
                throw invalid(
                        "unknown field '%s'; the fields are: %s".formatted(name, String.join(", ", shape.names())));
            }
        }
        Object[] values = shape.components().stream()
                .map(component -> value(jsonb, component, object.get(component.name())))
                .toArray();
        try {
            return type.cast(shape.create(values));
        } catch (IllegalArgumentException refused) {
            throw invalid(String.valueOf(refused.getMessage()));
        }
    }

    private static Object value(Jsonb jsonb, Component component, @Nullable JsonValue value) {
        boolean absent = value == null || value.equals(JsonValue.NULL);
        if (component.isOptional()) {
            return absent ? Optional.empty() : Optional.of(present(jsonb, component, value));
        }
        if (absent) {
            throw invalid("the field '%s' is missing".formatted(component.name()));
        }
        return present(jsonb, component, value);
    }

    private static Object present(Jsonb jsonb, Component component, @Nullable JsonValue value) {
        if (component.type() == JsonObject.class) {
            if (value instanceof JsonObject object) {
                return object;
            }
            throw invalid("the field '%s' is an object, not %s".formatted(component.name(), value));
        }
        // JSON-B makes a number of a text or of a list with one number in it, and a text of a number.
        if (value == null || !JsonKind.isOf(component.type(), value)) {
            throw invalid("the field '%s' cannot be %s".formatted(component.name(), value));
        }
        try {
            return jsonb.fromJson(String.valueOf(value), component.type());
        } catch (JsonbException | IllegalArgumentException | DateTimeException e) {
            throw invalid("the field '%s' cannot be %s".formatted(component.name(), value));
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }
}
