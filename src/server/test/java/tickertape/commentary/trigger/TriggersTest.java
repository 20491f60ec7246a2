package tickertape.commentary.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.commentary.trigger.Ticks.at;
import static tickertape.commentary.trigger.Ticks.nothing;
import static tickertape.commentary.trigger.Ticks.phase;
import static tickertape.commentary.trigger.Ticks.status;
import static tickertape.commentary.trigger.Ticks.tick;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.commentary.author.Occasion;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.commentary.facts.SampleFacts;
import tickertape.market.PastCandles;
import tickertape.market.Samples;
import tickertape.market.Tick;
import tickertape.testing.FakeTime;
import tickertape.wire.Candle;
import tickertape.wire.MarketPhase;
import tickertape.wire.QuoteStatus;

/// What happens in the market is seen once, when it happens.
class TriggersTest {

    private static final Cue MOVE = Cue.of(Occasion.MOVE, Samples.ACME);
    private static final Cue RECORD = Cue.of(Occasion.RECORD, Samples.ACME);

    private final FakeTime time = new FakeTime();

    private static List<Occasion> occasions(Trigger trigger, Tick... ticks) {
        var all = new ArrayList<Occasion>();
        for (Tick tick : ticks) {
            trigger.cues(tick).forEach(cue -> all.add(cue.occasion()));
        }
        return all;
    }

    @Test
    void dayOfTheMarketIsSeen() {
        assertThat(occasions(
                        new PhaseTrigger(),
                        phase(MarketPhase.PRE),
                        phase(MarketPhase.OPEN),
                        nothing(),
                        phase(MarketPhase.OPEN),
                        phase(MarketPhase.HALTED),
                        phase(MarketPhase.OPEN),
                        phase(MarketPhase.CLOSED),
                        phase(MarketPhase.PRE),
                        phase(MarketPhase.OPEN)))
                .containsExactly(Occasion.OPEN, Occasion.HALT, Occasion.RESUME, Occasion.CLOSE, Occasion.OPEN);
    }

    @Test
    void whatWasSoBeforeSomebodyLookedIsNoNews() {
        assertThat(occasions(new PhaseTrigger(), phase(MarketPhase.OPEN))).isEmpty();
        assertThat(occasions(new HaltTrigger(), tick(status(QuoteStatus.HALTED))))
                .isEmpty();
        assertThat(occasions(new MoveTrigger(BigDecimal.ONE), tick(at("110.00")), tick(at("110.50"))))
                .isEmpty();
    }

    @Test
    void haltOfOneInstrumentIsSeen() {
        assertThat(occasions(
                        new HaltTrigger(),
                        phase(MarketPhase.OPEN),
                        tick(status(QuoteStatus.TRADING)),
                        tick(status(QuoteStatus.HALTED)),
                        tick(status(QuoteStatus.HALTED)),
                        tick(status(QuoteStatus.TRADING)),
                        tick(status(QuoteStatus.STALE)),
                        tick(status(QuoteStatus.TRADING))))
                .containsExactly(Occasion.HALT, Occasion.RESUME);
    }

    @Test
    void haltOfAllIsOneAndNotOneOfEach() {
        Tick all = new Tick(
                Samples.NOON, phase(MarketPhase.HALTED).status(), List.of(), List.of(status(QuoteStatus.HALTED)));
        Tick none = new Tick(
                Samples.NOON, phase(MarketPhase.OPEN).status(), List.of(), List.of(status(QuoteStatus.TRADING)));

        assertThat(occasions(new HaltTrigger(), tick(status(QuoteStatus.TRADING)), all, none))
                .isEmpty();
    }

    @Test
    void afterAHaltOfAllNoneGoesOnForItself() {
        Tick all = new Tick(
                Samples.NOON, phase(MarketPhase.HALTED).status(), List.of(), List.of(status(QuoteStatus.HALTED)));

        assertThat(occasions(
                        new HaltTrigger(),
                        tick(status(QuoteStatus.TRADING)),
                        all,
                        phase(MarketPhase.OPEN),
                        // Its first trade comes later than that of others.
                        tick(status(QuoteStatus.TRADING)),
                        tick(status(QuoteStatus.HALTED)),
                        tick(status(QuoteStatus.TRADING))))
                .containsExactly(Occasion.HALT, Occasion.RESUME);
    }

    @Test
    void moveIsToldAtEachStepOnceADayAndDirection() {
        var trigger = new MoveTrigger(new BigDecimal("3"));
        trigger.cues(tick(at("100.00")));

        assertThat(trigger.cues(tick(at("102.99")))).isEmpty();
        assertThat(trigger.cues(tick(at("103.00")))).containsExactly(MOVE);
        assertThat(trigger.cues(tick(at("102.00")))).isEmpty();
        assertThat(trigger.cues(tick(at("104.00")))).isEmpty();
        assertThat(trigger.cues(tick(at("106.10")))).containsExactly(MOVE);
        assertThat(trigger.cues(tick(at("96.90")))).containsExactly(MOVE);
        assertThat(trigger.cues(tick(at("96.90", "90.00"))))
                .as("of the next day")
                .containsExactly(MOVE);
    }

    @Test
    void recordIsToldOnceADayIfTheYearIsKnown() {
        List<Candle> year = IntStream.rangeClosed(1, 370)
                .mapToObj(day -> SampleFacts.day(
                        Samples.ACME,
                        Samples.NOON.minus(Duration.ofDays(371 - day)),
                        new BigDecimal(day % 2 == 0 ? "110.00" : "98.00"),
                        BigDecimal.TEN))
                .toList();
        PastCandles past = (_, _, _, _) -> Optional.of(year);
        var memory = new DayMemory(past, ZoneOffset.UTC, time, Runnable::run, time::nanoTime);
        var book = new FactBook(List.of(Samples.instrument("ACME")));
        var trigger = new RecordTrigger(book, memory);
        trigger.cues(tick(at("100.00")));
        trigger.cues(tick(at("105.00")));

        assertThat(trigger.cues(tick(at("111.00")))).as("no more than before").isEmpty();
        assertThat(trigger.cues(tick(at("111.01")))).containsExactly(RECORD);
        assertThat(trigger.cues(tick(at("112.00")))).isEmpty();
        assertThat(trigger.cues(tick(at("111.00", "111.00")))).isEmpty();
    }

    @Test
    void quietIsToldWhileTheMarketIsOpen() {
        var quiet = new QuietTrigger(Duration.ofMinutes(5), time::nanoTime);
        assertThat(occasions(quiet, phase(MarketPhase.OPEN))).isEmpty();

        time.pass(Duration.ofSeconds(10));
        assertThat(occasions(quiet, nothing())).as("the first comes soon").containsExactly(Occasion.QUIET);
        time.pass(Duration.ofMinutes(4));
        assertThat(occasions(quiet, nothing())).isEmpty();
        time.pass(Duration.ofMinutes(1));
        assertThat(occasions(quiet, nothing())).containsExactly(Occasion.QUIET);
        time.pass(Duration.ofMinutes(10));
        assertThat(occasions(quiet, phase(MarketPhase.CLOSED))).isEmpty();
    }

    @Test
    void whereSomethingHappensItIsNotQuiet() {
        var cues = new ArrayList<Cue>();
        PastCandles past = (_, _, _, _) -> Optional.of(List.of());
        var memory = new DayMemory(past, ZoneOffset.UTC, time, Runnable::run, time::nanoTime);
        var book = new FactBook(List.of(Samples.instrument("ACME")));
        var watcher = new Watcher(book, memory, new BigDecimal("3"), Duration.ofMinutes(5), cues::add, time::nanoTime);

        watcher.onTick(phase(MarketPhase.PRE));
        time.pass(Duration.ofMinutes(6));
        watcher.onTick(phase(MarketPhase.OPEN));
        watcher.onTick(tick(at("100.00")));
        watcher.onTick(tick(at("104.00")));
        time.pass(Duration.ofMinutes(5));
        watcher.onTick(nothing());

        assertThat(cues).extracting(Cue::occasion).containsExactly(Occasion.OPEN, Occasion.MOVE, Occasion.QUIET);
        assertThat(book.market().market().size()).isEqualTo(1);
    }
}
