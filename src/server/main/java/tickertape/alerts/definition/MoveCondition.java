package tickertape.alerts.definition;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.math.BigDecimal;
import java.time.Duration;

/// The last price has moved by so many percent within some minutes.
///
/// @param percent of the lowest, or of the highest price of that time
/// @param direction where to
/// @param within whole minutes
public record MoveCondition(BigDecimal percent, Direction direction, Duration within) implements Condition {

    private static final int DECIMALS = 2;
    private static final int LONGEST = 60;

    public MoveCondition {
        NumberCheck.check("percent", percent, "0.01", "100", DECIMALS);
        if (within.toMinutes() < 1 || within.toMinutes() > LONGEST || !within.equals(within.truncatedTo(MINUTES))) {
            throw new IllegalArgumentException(
                    "within must be whole minutes from PT1M to PT1H, not %s".formatted(within));
        }
    }

    @Override
    public String type() {
        return "move";
    }

    /// Its time in minutes.
    public int minutes() {
        return Math.toIntExact(within.toMinutes());
    }
}
