package tickertape.web.write;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/// Which kind of JSON value a type is written as: a number, a boolean, a list, an object, or else a text.
final class JsonKind {

    private static final Set<Type> PRIMITIVE_NUMBERS = Set.of(int.class, long.class, double.class);

    private JsonKind() {}

    static boolean isOf(Type type, JsonValue value) {
        return switch (value.getValueType()) {
            case NUMBER -> isNumber(type);
            case TRUE, FALSE -> isBoolean(type);
            case ARRAY -> isList(type, value.asJsonArray());
            case OBJECT -> isObject(type);
            case STRING ->
                !isNumber(type) && !isBoolean(type) && !isObject(type) && !(type instanceof ParameterizedType);
            case NULL -> false;
        };
    }

    private static boolean isNumber(Type type) {
        return PRIMITIVE_NUMBERS.contains(type)
                || (type instanceof Class<?> known && Number.class.isAssignableFrom(known));
    }

    private static boolean isBoolean(Type type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean isObject(Type type) {
        return type == JsonObject.class || (type instanceof Class<?> known && known.isRecord());
    }

    private static boolean isList(Type type, JsonArray items) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && items.stream().allMatch(item -> isOf(list.getActualTypeArguments()[0], item));
    }
}
