package tickertape.alerts.definition;

import java.math.BigDecimal;

/// The volume of the last quarter of an hour is a multiple of what is usual at that time of the day.
///
/// @param times the multiple
public record VolumeCondition(BigDecimal times) implements Condition {

    public VolumeCondition {
        NumberCheck.check("times", times, "1.1", "100", 1);
    }

    @Override
    public String type() {
        return "volume";
    }
}
