package tickertape.web.write;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Set;

/// Which kind of JSON value a type is written as: a number, a boolean, a list, or else an object or a text, of which
/// JSON-B knows which one.
final class JsonKind {

    private static final Set<Type> INTS = Set.of(int.class, Integer.class);
    private static final Set<Type> LONGS = Set.of(long.class, Long.class);
    private static final Set<Type> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private JsonKind() {}

    /// Whether a value is of the kind of a type, at least so far that JSON-B makes nothing else of it.
    static boolean isOf(Type type, JsonValue value) {
        return switch (value.getValueType()) {
            case NUMBER -> isNumber(type) && isExact(type, (JsonNumber) value);
            case TRUE, FALSE -> BOOLEANS.contains(type);
            case ARRAY -> isList(type, value.asJsonArray());
            case OBJECT -> !isScalar(type) && type != String.class;
            case STRING -> !isScalar(type) && type != JsonObject.class;
            case NULL -> false;
        };
    }

    private static boolean isScalar(Type type) {
        return isNumber(type) || BOOLEANS.contains(type);
    }

    private static boolean isNumber(Type type) {
        return type instanceof Class<?> known
                && (Number.class.isAssignableFrom(known) || (known.isPrimitive() && !BOOLEANS.contains(known)));
    }

    /// Whether nothing of a number is lost: of a fraction or a number that is too large, JSON-B makes another one.
    private static boolean isExact(Type type, JsonNumber number) {
        if (!INTS.contains(type) && !LONGS.contains(type)) {
            return true;
        }
        try {
            long whole = number.longValueExact();
            return LONGS.contains(type) || whole == Math.toIntExact(whole);
        } catch (ArithmeticException another) {
            return false;
        }
    }

    private static boolean isList(Type type, JsonArray items) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)
                && items.stream().allMatch(item -> isOf(generic.getActualTypeArguments()[0], item));
    }
}
