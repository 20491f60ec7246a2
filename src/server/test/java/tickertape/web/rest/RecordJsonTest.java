package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.features.Feature;
import tickertape.market.Instrument;
import tickertape.market.Samples;
import tickertape.web.JsonbProvider;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Records are written as JSON-B writes them, byte for byte.
class RecordJsonTest {

    private static final int ROUNDS = 500;
    private static final List<CandleMark> MARKS = List.of(CandleMark.values());

    private final Jsonb jsonb = JsonbProvider.create();
    private final Random random = new Random(16);

    /// All kinds of values that lists have.
    public record Everything(
            Symbol symbol,
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable Instant time,
            long count,
            int small,
            boolean yes,
            @Nullable Boolean maybe,
            @Nullable Long some,
            CandleMark mark,
            List<CandleMark> marks,
            List<String> texts) {}

    /// Nothing is there.
    public record Nothing(@Nullable String text) {}

    /// JSON-B must write it.
    public record Annotated(@JsonbProperty("other") String text) {}

    /// JSON-B must write it.
    public record Strange(Map<String, String> map) {}

    @Test
    void randomRecordsAreWrittenAsJsonBDoes() {
        for (int round = 0; round < ROUNDS; round++) {
            assertSame(
                    Everything.class,
                    Stream.generate(() -> random(Everything.class))
                            .limit(random.nextInt(4))
                            .toList());
        }
        assertSame(
                Nothing.class,
                List.of(new Nothing(null), new Nothing("\u0000\u001f\"\\/\b\f\n\r\t\u007f\u2028é币\ud83d\ude00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud83d", "\ude00\ud83d", "a\ud83db", "\ue000\uffff\ud800\udc00\udbff\udfff\u0080\u07ff\u0800"})
    void halfCharactersAndTheFirstAndLastOfEachLengthAreWrittenAsJsonBDoes(String text) {
        assertSame(Nothing.class, List.of(new Nothing(text)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void numbersOfAllLengthsAreWrittenAsJsonBDoes(long number) {
        assertSame(Count.class, List.of(new Count(number)));
    }

    /// Nothing but a number.
    public record Count(long count) {}

    @Test
    void whatIsServedInListsIsWrittenAsJsonBDoes() {
        var candle = new Candle(
                new Symbol("BTC/USD"),
                "PT1M",
                Samples.NOON,
                decimal("10.00"),
                decimal("10.50"),
                decimal("0.00000001"),
                decimal("10.10"),
                decimal("1E+3"),
                7,
                decimal("10.0512"),
                true,
                List.of(CandleMark.HALTED, CandleMark.GAP));
        Quote quote = Samples.quote("ACME");
        Trade trade = Samples.trade("ACME", "100.00", "0.5");

        assertSame(Candle.class, List.of(candle, candle));
        assertSame(Quote.class, List.of(quote));
        assertSame(Trade.class, List.of(trade, trade));
        Instrument acme = Samples.instrument("ACME");
        var described = new Instrument(
                acme.symbol(),
                "币安人生",
                acme.sector(),
                acme.mic(),
                acme.currency(),
                decimal("1E-12"),
                decimal("-37.630000000000"),
                acme.volatility(),
                acme.spread(),
                acme.shares(),
                "Asia/Hong_Kong",
                List.of("09:30-12:00", "13:00-16:00"),
                List.of("2026-12-25"));
        assertSame(Instrument.class, List.of(acme, described));
        assertSame(Feature.class, List.of(new Feature("./a \"b\".js")));
    }

    private <T extends Record> void assertSame(Class<T> type, List<T> rows) {
        assertThat(RecordJson.of(type).orElseThrow().array(rows))
                .isEqualTo(jsonb.toJson(rows).getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Class<? extends Record>> others() {
        return Stream.of(Annotated.class, Strange.class, Hidden.class);
    }

    /// Nobody else can read it.
    private record Hidden(String text) {}

    @ParameterizedTest
    @MethodSource("others")
    void otherRecordsAreLeftToJsonB(Class<? extends Record> type) {
        assertThat(RecordJson.of(type)).isEmpty();
    }

    private <T extends Record> T random(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Stream.of(components)
                            .map(component -> value(component.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            List<Object> values = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Object value = value(list.getActualTypeArguments()[0]);
                values.add(value == null ? "" : value);
            }
            return values;
        }
        boolean absent = random.nextInt(4) == 0;
        return switch (((Class<?>) type).getSimpleName()) {
            case "Symbol" ->
                new Symbol(List.of("ACME", "BTC/USD", "币安人生USDT", "A'B&C").get(random.nextInt(4)));
            case "CandleMark" -> MARKS.get(random.nextInt(MARKS.size()));
            case "long" -> random.nextLong();
            case "int" -> random.nextInt();
            case "boolean" -> random.nextBoolean();
            case "Boolean" -> absent ? null : random.nextBoolean();
            case "Long" -> absent ? null : random.nextLong();
            case "BigDecimal" ->
                absent ? null : new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(-10, 30));
            case "Instant" ->
                absent ? null : Instant.ofEpochSecond(random.nextLong(5_000_000_000L), random.nextInt(1_000_000_000));
            default -> absent ? null : text();
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0xd800));
        }
        return text.toString();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
