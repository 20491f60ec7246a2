package tickertape.web.write;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
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
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;

/// Makes a record of the body of a write, and says which field is wrong.
///
/// Every component must be there, unless it is an `Optional`; nothing else may be. What the record's own constructor
/// refuses, by an [IllegalArgumentException], is 400 with its message.
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RecordReader implements MessageBodyReader<Record> {

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
        try (var reader = Json.createReader(body)) {
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
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Stream.of(components).map(RecordComponent::getName).toList();
        for (String name : object.keySet()) {
            if (!names.contains(name)) {
                throw invalid("unknown field '%s'; the fields are: %s".formatted(name, String.join(", ", names)));
            }
        }
        Object[] values = Stream.of(components)
                .map(component -> value(jsonb, component, object.get(component.getName())))
                .toArray();
        return create(type, components, values);
    }

    private static Object value(Jsonb jsonb, RecordComponent component, @Nullable JsonValue value) {
        boolean absent = value == null || value.equals(JsonValue.NULL);
        if (component.getGenericType() instanceof ParameterizedType type && type.getRawType() == Optional.class) {
            return absent
                    ? Optional.empty()
                    : Optional.of(value(jsonb, component, type.getActualTypeArguments()[0], value));
        }
        if (absent) {
            throw invalid("the field '%s' is missing".formatted(component.getName()));
        }
        return value(jsonb, component, component.getGenericType(), value);
    }

    private static Object value(Jsonb jsonb, RecordComponent component, Type type, @Nullable JsonValue value) {
        if (type == JsonObject.class) {
            if (value instanceof JsonObject object) {
                return object;
            }
            throw invalid("the field '%s' is an object, not %s".formatted(component.getName(), value));
        }
        try {
            return jsonb.fromJson(String.valueOf(value), type);
        } catch (JsonbException | IllegalArgumentException | DateTimeException e) {
            throw invalid("the field '%s' cannot be %s".formatted(component.getName(), value));
        }
    }

    private static <T extends Record> T create(Class<T> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                throw invalid(refused.getMessage());
            }
            throw new IllegalStateException("%s failed".formatted(type), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s must be public".formatted(type), e);
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }
}
