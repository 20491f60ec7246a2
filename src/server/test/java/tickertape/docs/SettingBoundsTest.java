package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each number and each duration among the settings has bounds, and one beyond them is refused by its name.
class SettingBoundsTest {

    private static final Map<Type, List<Object>> NONSENSE = Map.of(
            int.class, List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE),
            BigDecimal.class, List.of(new BigDecimal("-1"), new BigDecimal("1E+30")),
            Duration.class,
                    List.of(Duration.ofMillis(-1), Duration.ofDays(36_500), Duration.ofSeconds(Long.MAX_VALUE)));

    /// Any number of changes may come one by one.
    private static final String UNBOUNDED = "stream.burst";

    @ParameterizedTest
    @MethodSource
    void nonsenseIsRefusedByName(Case setting, Object nonsense) throws ReflectiveOperationException {
        assumeThat(setting.name().equals(UNBOUNDED) && nonsense.equals(Integer.MAX_VALUE))
                .isFalse();

        assertThat(setting.failures(nonsense))
                .as("what all checks of %s say to %s", setting.type().getSimpleName(), nonsense)
                .doesNotHaveAnyElementsOfTypes(ArithmeticException.class)
                .anySatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(setting.name() + " must be "));
    }

    static List<Object[]> nonsenseIsRefusedByName() {
        List<Object[]> all = new ArrayList<>();
        for (SettingsSource source : SettingsSource.all()) {
            for (Case setting : Case.of(source)) {
                NONSENSE.getOrDefault(setting.content(), List.of())
                        .forEach(nonsense -> all.add(new Object[] {setting, nonsense}));
            }
        }
        return all;
    }

    /// A setting, and all checks of its class.
    record Case(String name, Field field, Class<?> type) {

        static List<Case> of(SettingsSource source) {
            List<Field> fields = source.fields().toList();
            List<Setting> settings = source.settings();
            return Stream.iterate(0, index -> index < fields.size(), index -> index + 1)
                    .map(index -> new Case(settings.get(index).key(), fields.get(index), source.type()))
                    .toList();
        }

        Type content() {
            return field.getGenericType() instanceof ParameterizedType optional
                    ? optional.getActualTypeArguments()[0]
                    : field.getGenericType();
        }

        List<Throwable> failures(Object value) throws ReflectiveOperationException {
            var made = type.getDeclaredConstructor();
            made.setAccessible(true);
            Object settings = made.newInstance();
            for (Field other : type.getDeclaredFields()) {
                if (other.getType() == Optional.class) {
                    other.setAccessible(true);
                    other.set(settings, Optional.empty());
                }
            }
            field.setAccessible(true);
            field.set(settings, field.getType() == Optional.class ? Optional.of(value) : value);
            List<Throwable> failures = new ArrayList<>();
            for (Method check : checks().toList()) {
                check.setAccessible(true);
                Object[] arguments = new Object[check.getParameterCount()];
                Arrays.fill(arguments, Duration.ofSeconds(1));
                try {
                    check.invoke(settings, arguments);
                } catch (InvocationTargetException failed) {
                    failures.add(failed.getCause());
                }
            }
            return failures;
        }

        private Stream<Method> checks() {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(Duration.class::equals));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
