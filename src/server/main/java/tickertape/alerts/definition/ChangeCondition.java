package tickertape.alerts.definition;

import java.math.BigDecimal;

/// The change of the day has come to so many percent of the previous close.
///
/// @param percent at least so much if positive, at most so much if negative
public record ChangeCondition(BigDecimal percent) implements Condition {

    private static final int DECIMALS = 2;

    public ChangeCondition {
        NumberCheck.check("percent", percent, "-99.99", "1000", DECIMALS);
        if (percent.signum() == 0) {
            throw new IllegalArgumentException("percent must be above or below 0");
        }
    }

    @Override
    public String type() {
        return "change";
    }
}
