package tickertape.alerts.engine;

import java.math.BigDecimal;
import tickertape.alerts.definition.ChangeCondition;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.Direction;
import tickertape.alerts.definition.MoveCondition;
import tickertape.alerts.definition.PriceCondition;
import tickertape.alerts.definition.PriceKind;
import tickertape.alerts.definition.RecordCondition;
import tickertape.alerts.definition.StatusCondition;
import tickertape.alerts.definition.VolumeCondition;
import tickertape.alerts.engine.Measure.Kind;

/// A condition as the engine sees it: a measure that comes to a level.
///
/// @param isUpward whether the condition is met at the level and above it; else at it and below
record Threshold(Measure measure, boolean isUpward, double level) {

    private static final double TRUE = 1;

    static Threshold of(Condition condition) {
        return switch (condition) {
            case PriceCondition(var of, var direction, var price) ->
                new Threshold(Measure.of(price(of)), direction == Direction.UP, price.doubleValue());
            case ChangeCondition(var percent) ->
                new Threshold(Measure.of(Kind.CHANGE), percent.signum() > 0, percent.doubleValue());
            case MoveCondition move ->
                atLeast(
                        new Measure(move(move.direction()), move.minutes()),
                        move.percent().doubleValue());
            case VolumeCondition(BigDecimal times) -> atLeast(Measure.of(Kind.VOLUME), times.doubleValue());
            case RecordCondition(var direction) ->
                atLeast(Measure.of(direction == Direction.UP ? Kind.NEW_HIGH : Kind.NEW_LOW), TRUE);
            case StatusCondition(var event) -> atLeast(Measure.of(status(event)), TRUE);
        };
    }

    private static Threshold atLeast(Measure measure, double level) {
        return new Threshold(measure, true, level);
    }

    private static Kind price(PriceKind kind) {
        return switch (kind) {
            case LAST -> Kind.LAST;
            case BID -> Kind.BID;
            case ASK -> Kind.ASK;
        };
    }

    private static Kind move(Direction direction) {
        return switch (direction) {
            case UP -> Kind.RISE;
            case DOWN -> Kind.FALL;
            case ANY -> Kind.SWING;
        };
    }

    private static Kind status(StatusCondition.Event event) {
        return switch (event) {
            case HALTED -> Kind.HALTED;
            case RESUMED -> Kind.RESUMED;
            case STALE -> Kind.STALE;
        };
    }
}
