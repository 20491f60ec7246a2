package tickertape.alerts.definition;

/// What an alert waits for. Each kind of it is a record that refuses what makes no sense.
public sealed interface Condition
        permits PriceCondition, ChangeCondition, MoveCondition, VolumeCondition, RecordCondition, StatusCondition {

    /// How it is called on the wire, such as `price`.
    String type();
}
