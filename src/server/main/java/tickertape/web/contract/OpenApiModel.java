package tickertape.web.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Constructible;
import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.callbacks.Callback;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/// Turns an OpenAPI document, read as maps and lists, into the model of MicroProfile OpenAPI, which has no parser that
/// an application can use. Setters are found by the names of the fields.
final class OpenApiModel {

    /// Types that are maps by themselves, and what their values are.
    private static final Map<Class<?>, Class<?>> MAPS = Map.of(
            Paths.class, PathItem.class,
            Callback.class, PathItem.class,
            APIResponses.class, APIResponse.class,
            Content.class, MediaType.class);

    /// Keywords of JSON Schema that hold schemas: one, a map or a list of them.
    private static final Set<String> SUBSCHEMAS = Set.of(
            "items",
            "not",
            "additionalProperties",
            "properties",
            "patternProperties",
            "$defs",
            "allOf",
            "anyOf",
            "oneOf",
            "prefixItems");

    private static final Set<String> MAPS_OF_SCHEMAS = Set.of("properties", "patternProperties", "$defs");

    private static final Set<String> SIZES = Set.of("minLength", "maxLength", "minItems", "maxItems");

    private OpenApiModel() {}

    /// @throws IllegalArgumentException for a field that OpenAPI does not have, or a value of another type
    static OpenAPI of(Map<String, Object> document) {
        return (OpenAPI) object(OpenAPI.class, document);
    }

    private static Object value(Type type, Object tree) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class && tree instanceof List<?> items ->
                items.stream()
                        .map(item -> value(list.getActualTypeArguments()[0], item))
                        .toList();
            case ParameterizedType map
            when map.getRawType() == Map.class && tree instanceof Map<?, ?> entries ->
                values(map.getActualTypeArguments()[1], entries);
            case Class<?> schema when schema == Schema.class && tree instanceof Map<?, ?> keywords -> schema(keywords);
            case Class<?> requirement
            when requirement == SecurityRequirement.class && tree instanceof Map<?, ?> schemes -> requirement(schemes);
            case Class<?> model
            when Constructible.class.isAssignableFrom(model) && tree instanceof Map<?, ?> fields ->
                object(model.asSubclass(Constructible.class), fields);
            case Class<?> choice when choice.isEnum() -> constant(choice, tree);
            case Class<?> number
            when number == BigDecimal.class && tree instanceof Number -> new BigDecimal(tree.toString());
            case Class<?> plain when plain.isInstance(tree) -> tree;
            default -> throw new IllegalArgumentException("OpenAPI: %s is not a %s".formatted(tree, type));
        };
    }

    private static Map<String, Object> values(Type type, Map<?, ?> entries) {
        var values = new LinkedHashMap<String, Object>();
        entries.forEach((name, entry) -> values.put(name.toString(), value(type, entry)));
        return values;
    }

    private static Object object(Class<? extends Constructible> type, Map<?, ?> fields) {
        Constructible object = OASFactory.createObject(type);
        fields.forEach((key, tree) -> {
            String name = key.toString();
            if (MAPS.containsKey(type)) {
                Class<?> entry = MAPS.get(type);
                call(method(type, "add" + entry.getSimpleName(), 2), object, name, value(entry, tree));
            } else if (name.startsWith("x-") && object instanceof Extensible<?> extensible) {
                extensible.addExtension(name, tree);
            } else {
                Method setter = method(type, "set" + name.replace("$", ""), 1);
                call(setter, object, value(setter.getGenericParameterTypes()[0], tree));
            }
        });
        return object;
    }

    private static SecurityRequirement requirement(Map<?, ?> schemes) {
        SecurityRequirement requirement = OASFactory.createSecurityRequirement();
        schemes.forEach((scheme, scopes) -> {
            List<?> names = (List<?>) value(List.class, scopes);
            requirement.addScheme(
                    scheme.toString(), names.stream().map(Object::toString).toList());
        });
        return requirement;
    }

    private static Schema schema(Map<?, ?> keywords) {
        Schema schema = OASFactory.createSchema();
        keywords.forEach((keyword, tree) -> schema.set(keyword.toString(), keyword(keyword.toString(), tree)));
        return schema;
    }

    private static Object keyword(String keyword, Object tree) {
        if (MAPS_OF_SCHEMAS.contains(keyword) && tree instanceof Map<?, ?> map) {
            return values(Schema.class, map);
        }
        if (SUBSCHEMAS.contains(keyword) && tree instanceof Map<?, ?> map) {
            return schema(map);
        }
        if (SUBSCHEMAS.contains(keyword) && tree instanceof List<?> list) {
            return list.stream().map(item -> value(Schema.class, item)).toList();
        }
        return SIZES.contains(keyword) && tree instanceof Number size ? (Object) size.intValue() : tree;
    }

    private static Object constant(Class<?> type, Object name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("OpenAPI: '%s' is no %s".formatted(name, type.getSimpleName())));
    }

    private static Method method(Class<?> type, String name, int parameters) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "OpenAPI: %s has no field '%s'".formatted(type.getSimpleName(), name.substring(3))));
    }

    private static void call(Method method, Object object, Object... arguments) {
        try {
            var _ = method.invoke(object, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("OpenAPI: %s failed".formatted(method), e);
        }
    }
}
