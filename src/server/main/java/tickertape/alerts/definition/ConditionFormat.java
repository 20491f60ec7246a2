package tickertape.alerts.definition;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tickertape.alerts.definition.StatusCondition.Event;

/// Conditions as JSON objects: `{"type": "change", "percent": 5}`. What it cannot read is an
/// `IllegalArgumentException` that says what would be right.
public final class ConditionFormat implements JsonbAdapter<Condition, Map<String, Object>> {

    private static final String TYPE = "type";
    private static final String OF = "of";
    private static final String DIRECTION = "direction";
    private static final String PRICE = "price";
    private static final String PERCENT = "percent";
    private static final String WITHIN = "within";
    private static final String TIMES = "times";

    private static final String TYPES = "price, change, move, volume, record, halted, resumed, stale";

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    @Override
    public Map<String, Object> adaptToJson(Condition condition) {
        var fields = new TreeMap<String, Object>();
        fields.put(TYPE, condition.type());
        switch (condition) {
            case PriceCondition(var of, var direction, var price) -> {
                fields.put(OF, of.text());
                fields.put(DIRECTION, direction == Direction.UP ? "above" : "below");
                fields.put(PRICE, price);
            }
            case ChangeCondition(var percent) -> fields.put(PERCENT, percent);
            case MoveCondition(var percent, var direction, var within) -> {
                fields.put(PERCENT, percent);
                fields.put(DIRECTION, move(direction));
                fields.put(WITHIN, within.toString());
            }
            case VolumeCondition(var times) -> fields.put(TIMES, times);
            case RecordCondition(var direction) -> fields.put(OF, direction == Direction.UP ? "high" : "low");
            case StatusCondition _ -> {}
        }
        return fields;
    }

    @Override
    public Condition adaptFromJson(Map<String, Object> fields) {
        return read(json(fields));
    }

    private static JsonObject json(Map<String, Object> fields) {
        var json = Json.createObjectBuilder();
        fields.forEach((name, value) -> {
            switch (value) {
                case BigDecimal number -> json.add(name, number);
                case null -> {}
                default -> json.add(name, value.toString());
            }
        });
        return json.build();
    }

    /// As text, which [#parse] reads again.
    public static String text(Condition condition) {
        return json(new ConditionFormat().adaptToJson(condition)).toString();
    }

    public static Condition parse(String text) {
        try (var reader = READERS.createReader(new StringReader(text))) {
            return read(reader.readObject());
        } catch (JsonException e) {
            throw new IllegalArgumentException("'%s' is no condition".formatted(text), e);
        }
    }

    public static Condition read(JsonObject json) {
        String type = text(json, TYPE, TYPES);
        return switch (type) {
            case "price" -> {
                check(json, type, OF, DIRECTION, PRICE);
                yield new PriceCondition(kind(json), side(json), number(json, PRICE));
            }
            case "change" -> {
                check(json, type, PERCENT);
                yield new ChangeCondition(number(json, PERCENT));
            }
            case "move" -> {
                check(json, type, PERCENT, DIRECTION, WITHIN);
                yield new MoveCondition(number(json, PERCENT), move(json), duration(json));
            }
            case "volume" -> {
                check(json, type, TIMES);
                yield new VolumeCondition(number(json, TIMES));
            }
            case "record" -> {
                check(json, type, OF);
                yield new RecordCondition(choice(json, OF, Map.of("high", Direction.UP, "low", Direction.DOWN)));
            }
            case "halted", "resumed", "stale" -> {
                check(json, type);
                yield new StatusCondition(choice(json, TYPE, events()));
            }
            default ->
                throw new IllegalArgumentException("unknown condition '%s'; there are: %s".formatted(type, TYPES));
        };
    }

    private static void check(JsonObject json, String type, String... fields) {
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.remove(TYPE);
        Arrays.asList(fields).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a condition '%s' has no field '%s'; it has: %s"
                    .formatted(type, unknown.iterator().next(), String.join(", ", fields)));
        }
    }

    private static PriceKind kind(JsonObject json) {
        return choice(
                json, OF, Arrays.stream(PriceKind.values()).collect(Collectors.toMap(PriceKind::text, kind -> kind)));
    }

    private static Direction side(JsonObject json) {
        return choice(json, DIRECTION, Map.of("above", Direction.UP, "below", Direction.DOWN));
    }

    private static Direction move(JsonObject json) {
        return choice(
                json,
                DIRECTION,
                Arrays.stream(Direction.values()).collect(Collectors.toMap(ConditionFormat::move, each -> each)));
    }

    private static String move(Direction direction) {
        return switch (direction) {
            case UP -> "up";
            case DOWN -> "down";
            case ANY -> "any";
        };
    }

    private static Map<String, Event> events() {
        return Arrays.stream(Event.values()).collect(Collectors.toMap(Event::text, event -> event));
    }

    private static <T> T choice(JsonObject json, String field, Map<String, T> choices) {
        String all = String.join(", ", new TreeSet<>(choices.keySet()));
        String text = text(json, field, all);
        T chosen = choices.get(text);
        if (chosen == null) {
            throw new IllegalArgumentException(
                    "%s of a condition cannot be '%s'; it can be: %s".formatted(field, text, all));
        }
        return chosen;
    }

    private static String text(JsonObject json, String field, String what) {
        if (json.get(field) instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException("a condition needs '%s': one of %s".formatted(field, what));
    }

    private static BigDecimal number(JsonObject json, String field) {
        if (json.get(field) instanceof JsonNumber number) {
            BigDecimal value = number.bigDecimalValue();
            if (value.precision() <= 30 && Math.abs(value.scale()) <= 18) {
                return value;
            }
        }
        JsonValue value = json.get(field);
        throw new IllegalArgumentException("a condition '%s' needs a number '%s'%s"
                .formatted(json.getString(TYPE), field, value == null ? "" : ", not " + value));
    }

    private static Duration duration(JsonObject json) {
        String text = text(json, WITHIN, "PT1M to PT1H");
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("within '%s' is no duration such as PT5M".formatted(text), e);
        }
    }
}
