package tickertape.alerts.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.alerts.definition.Alert;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// The newest quote of one symbol, what is computed from its quotes, and who waits for that. Only the engine touches
/// it, under its lock.
final class SymbolWatch {

    final Symbol symbol;
    private final List<MeasureWatch> measures = new ArrayList<>();
    private final Map<Integer, MoveWindow> moves = new HashMap<>();
    private final VolumeWindow volume = new VolumeWindow();
    private final YearRange year = new YearRange();
    private final List<Rung> taken = new ArrayList<>();
    private @Nullable Quote quote;
    private @Nullable PastFacts past;
    private boolean isHalted;
    private boolean isResumed;
    private Instant time = Instant.EPOCH;

    /// How often it was looked at.
    private long looks;

    SymbolWatch(Symbol symbol) {
        this.symbol = symbol;
    }

    MeasureWatch measure(Measure measure) {
        for (MeasureWatch watch : measures) {
            if (watch.measure.equals(measure)) {
                return watch;
            }
        }
        MeasureWatch added = new MeasureWatch(measure);
        measures.add(added);
        if (measure.minutes() > 0) {
            moves.computeIfAbsent(measure.minutes(), MoveWindow::new);
        }
        return added;
    }

    void arm(Rung rung) {
        rung.since = looks;
        measure(rung.threshold.measure()).arm(rung);
    }

    void rest(Rung rung) {
        measure(rung.threshold.measure()).rest(rung);
    }

    /// Drops the measures that nobody waits for any more.
    void tidy() {
        measures.removeIf(MeasureWatch::isEmpty);
        moves.keySet().removeIf(minutes -> measures.stream().noneMatch(watch -> watch.measure.minutes() == minutes));
    }

    /// Whether somebody waits for what takes facts of the past, and they are not there.
    boolean lacksPast() {
        return past == null
                && measures.stream().anyMatch(watch -> switch (watch.measure.kind()) {
                    case VOLUME, NEW_HIGH, NEW_LOW -> true;
                    default -> false;
                });
    }

    void past(PastFacts facts) {
        past = facts;
        if (facts.knowsRange()) {
            year.is(facts.high(), facts.low());
        }
    }

    /// The facts will be asked for anew.
    void forgetPast() {
        past = null;
    }

    void wasHalted() {
        isHalted = true;
    }

    @Nullable
    Quote quote() {
        return quote;
    }

    /// Takes a new quote.
    ///
    /// @param nanos monotonic
    void update(Quote next, Instant now, long nanos, Findings findings) {
        quote = next;
        double last = next.last().doubleValue();
        for (MoveWindow move : moves.values()) {
            move.add(nanos, last);
        }
        volume.add(nanos, next.volume().doubleValue());
        year.add(last);
        boolean halted = next.status() == QuoteStatus.HALTED;
        if (halted && !isHalted) {
            isHalted = true;
            findings.halt(symbol, true);
        }
        time = now;
    }

    /// Looks who is to fire, and who waits again.
    void look(Instant now, Findings findings) {
        Quote newest = quote;
        if (newest == null) {
            return;
        }
        time = now;
        resume(newest, findings);
        for (MeasureWatch watch : measures) {
            double number = number(watch.measure, newest);
            watch.takeMet(number, findings.room(), taken);
            for (Rung rung : taken) {
                if (rung.alert.hasEnded(now)) {
                    // The clock may be set back.
                    watch.rest(rung);
                } else {
                    findings.add(new Hit(rung.alert, newest, now, rung.isEarlier && rung.since == looks));
                }
            }
            taken.clear();
            watch.takeRested(number, taken);
            for (Rung rung : taken) {
                arm(rung);
                if (rung.alert.state() == Alert.State.RESTING) {
                    findings.rearm(rung.alert);
                }
            }
            taken.clear();
        }
        year.seen();
        isResumed = false;
        looks++;
    }

    private void resume(Quote newest, Findings findings) {
        if (isHalted && newest.status() == QuoteStatus.TRADING) {
            isHalted = false;
            isResumed = true;
            findings.halt(symbol, false);
        }
    }

    private double number(Measure measure, Quote of) {
        return switch (measure.kind()) {
            case LAST -> of.last().doubleValue();
            case BID -> number(of.bid());
            case ASK -> number(of.ask());
            case CHANGE ->
                Percentage.of(of.change().doubleValue(), of.previousClose().doubleValue());
            case RISE, FALL, SWING -> move(measure);
            case VOLUME -> past == null ? Double.NaN : volume.sum() / past.usualVolume(time);
            case NEW_HIGH -> number(year.isHigh());
            case NEW_LOW -> number(year.isLow());
            case HALTED -> number(of.status() == QuoteStatus.HALTED);
            case RESUMED -> number(isResumed);
            case STALE -> number(of.status() == QuoteStatus.STALE);
        };
    }

    private double move(Measure measure) {
        MoveWindow window = moves.get(measure.minutes());
        if (window == null) {
            return Double.NaN;
        }
        return switch (measure.kind()) {
            case RISE -> window.rise();
            case FALL -> window.fall();
            default -> window.swing();
        };
    }

    private static double number(boolean so) {
        return so ? 1 : 0;
    }

    private static double number(@Nullable BigDecimal price) {
        return price == null ? Double.NaN : price.doubleValue();
    }
}
