package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A text that is not of the type of its setting is told by the setting's name.
class SettingTypesTest {

    @Test
    void whatIsOfItsTypeIsFine() {
        assertThat(faults(Map.of(
                        "sample.count", "5", "sample.wait", "PT1S", "sample.day", "PT8M", "sample.names", "a,b")))
                .isEmpty();
        assertThat(faults(Map.of("sample.exact", "true"))).isEmpty();
        assertThat(faults(Map.of())).isEmpty();
        assertThat(faults(Map.of("sample.day", ""))).as("an optional one").isEmpty();
    }

    @Test
    void everyFaultIsTold() {
        assertThat(faults(Map.of(
                        "sample.count", "abc",
                        "sample.wait", "250",
                        "sample.day", "P",
                        "sample.most-of", "x",
                        "sample.pace", "fast")))
                .containsExactlyInAnyOrder(
                        "sample.count 'abc' is no whole number",
                        "sample.wait '250' is no duration such as PT0.25S",
                        "sample.day 'P' is no duration such as PT0.25S",
                        "sample.most-of 'x' is no number",
                        "sample.pace 'fast' is no choice of [slow, steady]");
        assertThat(faults(Map.of("sample.exact", "ture"))).containsExactly("sample.exact is true or false, not 'ture'");
        assertThat(faults(Map.of("sample.wait", ""))).containsExactly("sample.wait is empty");
    }

    private static List<String> faults(Map<String, String> texts) {
        return new SettingTypes(new TextConfig(texts))
                .faults(SampleSettings.class)
                .toList();
    }

    enum Pace {
        SLOW,
        STEADY
    }

    /// One setting of each type.
    @ConfigProperties(prefix = "sample")
    static final class SampleSettings {
        static final int IGNORED = 1;

        int count = 1;
        boolean exact;
        Duration wait = Duration.ZERO;
        Pace pace = Pace.SLOW;
        Optional<Duration> day = Optional.empty();
        Optional<List<String>> names = Optional.empty();

        @ConfigProperty(name = "most-of")
        BigDecimal most = BigDecimal.ONE;
    }

    /// A configuration of texts, which converts them as MicroProfile Config does.
    private record TextConfig(Map<String, String> texts) implements Config {

        @Override
        public <T> T getValue(String name, Class<T> type) {
            @SuppressWarnings("unchecked")
            T value = (T) converted(texts.getOrDefault(name, ""), type);
            return value;
        }

        private static Object converted(String text, Class<?> type) {
            try {
                return switch (type.getSimpleName()) {
                    case "int" -> Integer.valueOf(text);
                    case "boolean" -> Boolean.valueOf(text);
                    case "BigDecimal" -> new BigDecimal(text);
                    case "Pace" -> Pace.valueOf(text);
                    default -> Duration.parse(text);
                };
            } catch (DateTimeParseException fault) {
                throw new IllegalArgumentException(fault);
            }
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            return new TextValue(name, texts.get(name));
        }

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return texts.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new IllegalArgumentException();
        }
    }

    private record TextValue(String name, @Nullable String text) implements ConfigValue {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public @Nullable String getValue() {
            return text;
        }

        @Override
        public @Nullable String getRawValue() {
            return text;
        }

        @Override
        public String getSourceName() {
            return "test";
        }

        @Override
        public int getSourceOrdinal() {
            return 0;
        }
    }
}
