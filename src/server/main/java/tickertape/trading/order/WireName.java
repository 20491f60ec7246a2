package tickertape.trading.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The names of constants in JSON and in rows: `partiallyFilled` for `PARTIALLY_FILLED`.
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /// The constant of that name; throws `IllegalArgumentException` that lists all.
    public static <E extends Enum<E>> E find(Class<E> type, String field, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the field '%s' is one of %s, not '%s'"
                        .formatted(
                                field,
                                Arrays.stream(type.getEnumConstants())
                                        .map(WireName::of)
                                        .collect(Collectors.joining(", ")),
                                text)));
    }
}
