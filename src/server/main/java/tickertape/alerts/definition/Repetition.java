package tickertape.alerts.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How often an alert fires.
///
/// @param isRepeated whether it fires again when its condition is met again
/// @param pause how long it then rests first
public record Repetition(boolean isRepeated, Duration pause) {

    public static final Repetition ONCE = new Repetition(false, Duration.ZERO);

    private static final String ONCE_TEXT = "once";
    private static final String ALWAYS_TEXT = "always";
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration STANDARD = Duration.ofMinutes(5);

    /// As on the wire; throws `IllegalArgumentException` that says what would be right.
    ///
    /// @param repeat `once` or `always`
    /// @param pause empty for the usual one
    public static Repetition of(String repeat, Optional<String> pause) {
        return switch (repeat) {
            case ONCE_TEXT -> {
                if (pause.isPresent()) {
                    throw new IllegalArgumentException(
                            "pause is only for alerts that repeat: add \"repeat\": \"always\"");
                }
                yield ONCE;
            }
            case ALWAYS_TEXT ->
                new Repetition(true, pause.map(Repetition::checked).orElse(STANDARD));
            default -> throw new IllegalArgumentException("repeat must be once or always, not '%s'".formatted(repeat));
        };
    }

    private static Duration checked(String text) {
        try {
            Duration pause = Duration.parse(text);
            if (pause.compareTo(SHORTEST) >= 0
                    && pause.compareTo(LONGEST) <= 0
                    && pause.equals(pause.truncatedTo(ChronoUnit.SECONDS))) {
                return pause;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("pause '%s' is no duration such as PT5M".formatted(text), e);
        }
        throw new IllegalArgumentException(
                "pause must be whole seconds from %s to %s, not %s".formatted(SHORTEST, LONGEST, text));
    }

    /// As on the wire.
    public String text() {
        return isRepeated ? ALWAYS_TEXT : ONCE_TEXT;
    }
}
