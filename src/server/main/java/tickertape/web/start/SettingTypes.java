package tickertape.web.start;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Finds settings whose text is not of their type, such as `abc` for a number.
///
/// MicroProfile Config finds them too, and stops the start; but it says so in many lines, and nothing else is checked
/// then.
record SettingTypes(Config config) {

    private static final Map<Type, String> WORDS = Map.of(
            int.class, "whole number",
            Long.class, "whole number",
            BigDecimal.class, "number",
            Duration.class, "duration such as PT0.25S");

    private static final Set<String> BOOLEANS = Set.of("true", "false");

    /// What is wrong with the settings of a class, in a line each.
    Stream<String> faults(Class<?> settings) {
        String prefix = settings.getAnnotation(ConfigProperties.class).prefix();
        return Arrays.stream(settings.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .flatMap(field -> fault(prefix + "." + name(field), field.getGenericType()).stream());
    }

    private Optional<String> fault(String name, Type type) {
        String text = config.getConfigValue(name).getValue();
        if (text == null) {
            return Optional.empty();
        }
        boolean optional = type instanceof ParameterizedType;
        if (text.isEmpty()) {
            return optional ? Optional.empty() : Optional.of("%s is empty".formatted(name));
        }
        return optional
                ? fault(name, text, ((ParameterizedType) type).getActualTypeArguments()[0])
                : fault(name, text, type);
    }

    private Optional<String> fault(String name, String text, Type type) {
        // A list is one of texts, which may be anything.
        if (!(type instanceof Class<?> plain)) {
            return Optional.empty();
        }
        // MicroProfile Config takes any other text for false.
        if (plain == boolean.class && !BOOLEANS.contains(text)) {
            return Optional.of("%s is true or false, not '%s'".formatted(name, text));
        }
        try {
            var _ = config.getValue(name, plain);
            return Optional.empty();
        } catch (IllegalArgumentException fault) {
            return Optional.of("%s '%s' is no %s".formatted(name, text, words(plain)));
        }
    }

    private static String words(Class<?> type) {
        return type.isEnum()
                ? "choice of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT)
                : WORDS.getOrDefault(type, type.getSimpleName());
    }

    private static String name(Field field) {
        var property = field.getAnnotation(ConfigProperty.class);
        return property == null ? field.getName() : property.name();
    }
}
