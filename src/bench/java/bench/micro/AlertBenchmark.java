package bench.micro;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.ChangeCondition;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.Direction;
import tickertape.alerts.definition.MoveCondition;
import tickertape.alerts.definition.PriceCondition;
import tickertape.alerts.definition.PriceKind;
import tickertape.alerts.definition.RecordCondition;
import tickertape.alerts.definition.Repetition;
import tickertape.alerts.definition.StatusCondition;
import tickertape.alerts.definition.VolumeCondition;
import tickertape.alerts.engine.AlertEngine;
import tickertape.alerts.engine.Findings;
import tickertape.alerts.engine.PastFacts;
import tickertape.market.Tick;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// What a tick of 2,000 quotes costs while a million alerts of all kinds wait.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
public class AlertBenchmark {

    private static final int SYMBOLS = 2_000;
    private static final int ALERTS = 1_000_000;
    private static final int TICKS = 16;
    private static final int FIRING = 200;
    private static final int QUARTERS = 96;
    private static final double USUAL = 5_000;
    private static final int ROOM = 100_000;
    private static final Instant NOON = Instant.parse("2026-01-05T17:00:00.123456Z");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal CLOSE = new BigDecimal("100.00");
    private static final int[] MINUTES = {1, 5, 15, 60};

    private final RandomGenerator random = new SplittableRandom(1);
    private final AlertEngine engine = new AlertEngine(System::nanoTime);
    private final List<Tick> ticks;
    private int next;
    private long revision = ALERTS;

    /// Puts the alerts into the engine; the prices of the ticks come to none of their levels.
    public AlertBenchmark() {
        List<Symbol> symbols = IntStream.range(0, SYMBOLS)
                .mapToObj(number -> new Symbol("SYM" + number))
                .toList();
        for (int i = 0; i < ALERTS; i++) {
            engine.put(alert("far" + i, symbols.get(i % SYMBOLS), far(i / SYMBOLS), i), false, NOON);
        }
        double[] usual = new double[QUARTERS];
        Arrays.fill(usual, USUAL);
        var past = new PastFacts(2 * CLOSE.doubleValue(), 0, usual, ZoneOffset.UTC);
        symbols.forEach(symbol -> engine.past(symbol, past));
        ticks = IntStream.range(0, TICKS)
                .mapToObj(_ -> new Tick(
                        NOON, null, List.of(), symbols.stream().map(this::quote).toList()))
                .toList();
    }

    private static Alert alert(String id, Symbol symbol, Condition condition, long revision) {
        return new Alert(
                id,
                "ann",
                symbol,
                condition,
                Repetition.ONCE,
                null,
                "",
                Alert.State.ARMED,
                1,
                null,
                null,
                NOON,
                revision);
    }

    private Condition far(int number) {
        boolean up = number % 2 == 0;
        Direction direction = up ? Direction.UP : Direction.DOWN;
        BigDecimal away = BigDecimal.valueOf(1_000 + random.nextInt(4_000), 2);
        return switch (number % 10) {
            case 0, 1, 2, 3, 4 ->
                new PriceCondition(PriceKind.LAST, direction, up ? CLOSE.add(away) : CLOSE.subtract(away));
            case 5 -> new PriceCondition(PriceKind.BID, direction, up ? CLOSE.add(away) : CLOSE.subtract(away));
            case 6 -> new ChangeCondition(up ? away : away.negate());
            case 7 -> new MoveCondition(away, Direction.ANY, Duration.ofMinutes(MINUTES[number / 10 % 4]));
            case 8 -> new VolumeCondition(BigDecimal.TEN);
            default -> up ? new RecordCondition(Direction.UP) : new StatusCondition(StatusCondition.Event.HALTED);
        };
    }

    private Quote quote(Symbol symbol) {
        BigDecimal last = CLOSE.add(BigDecimal.valueOf(random.nextInt(-100, 100), 2));
        BigDecimal change = last.subtract(CLOSE);
        return new Quote(
                symbol,
                last.subtract(CENT),
                last.add(CENT),
                BigDecimal.TEN,
                BigDecimal.TEN,
                last,
                BigDecimal.ONE,
                last,
                last,
                last,
                CLOSE,
                change,
                change,
                new BigDecimal(14_069),
                28,
                NOON,
                null,
                QuoteStatus.TRADING);
    }

    /// Nothing fires.
    @Benchmark
    public Findings tick() {
        next = (next + 1) % TICKS;
        return engine.tick(ticks.get(next), ROOM);
    }

    /// Of as many symbols an alert is made, and fires.
    @Benchmark
    public Findings fire() {
        next = (next + 1) % TICKS;
        Tick tick = ticks.get(next);
        var near = new ArrayList<Alert>();
        for (int i = 0; i < FIRING; i++) {
            Quote quote = tick.quotes().get(i);
            var condition = new PriceCondition(PriceKind.LAST, Direction.UP, quote.last());
            near.add(alert("near" + i, quote.symbol(), condition, ++revision));
        }
        near.forEach(alert -> engine.put(alert, false, NOON));
        Findings findings = engine.tick(tick, ROOM);
        if (findings.hits().size() != FIRING) {
            throw new IllegalStateException(
                    "%s have fired".formatted(findings.hits().size()));
        }
        return findings;
    }
}
