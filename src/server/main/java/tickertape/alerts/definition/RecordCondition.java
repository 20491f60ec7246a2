package tickertape.alerts.definition;

/// The last price is above all, or below all, of the last 52 weeks.
///
/// @param direction `UP` is a new high, `DOWN` a new low
public record RecordCondition(Direction direction) implements Condition {

    public RecordCondition {
        if (direction == Direction.ANY) {
            throw new IllegalArgumentException("a record is a high or a low");
        }
    }

    @Override
    public String type() {
        return "record";
    }
}
