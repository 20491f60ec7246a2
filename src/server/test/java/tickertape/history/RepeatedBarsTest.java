package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.tape.Draft;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.tape.TopicVariants;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// Requests see the bars that another server has put on the tape.
class RepeatedBarsTest {

    private static final Symbol ACME = new Symbol("ACME");

    private final FakeTime time = new FakeTime();
    private final Market market = new Market(new ScriptedFeed("ACME", "OTHER"));
    private final TopicVariants topics = HistoryBeans.candle(new HistorySettings(), market);
    private final BookViews views = new BookViews();
    private final Jsonb jsonb = JsonbProvider.create();
    private final Tape tape = new Tape("own", Set.copyOf(topics.all()), 100, 100, time::nanoTime);
    private final TapeReplica replica =
            new TapeReplica(tape, List.of(new RepeatedBars(topics, views, ServerRun.CALENDAR, market, jsonb, time)));

    @Test
    void barThatFormsIsSeenAsItIsOnTheTape() {
        replica.begin(Tapes.beginning("all"));
        append(candle("PT1M", "2026-11-23T09:30:00Z", "101", false));
        append(candle("PT1M", "2026-11-23T09:30:00Z", "102", false));

        BookView view = view();
        BookView.Span minute = view.span(Interval.MINUTE);
        assertThat(view.position()).hasToString("all-2");
        assertThat(minute.until()).isEqualTo("2026-11-23T09:30:00Z");
        assertThat(close(minute.forming())).isEqualByComparingTo("102");
        assertThat(minute.recent().hasBetween(Instant.MIN, Instant.MAX)).isFalse();
    }

    @Test
    void barThatHasEndedIsKeptUntilTheDatabaseHasItForSure() {
        replica.begin(Tapes.beginning("all"));
        append(candle("PT1M", "2026-11-23T09:30:00Z", "101", true));
        append(candle("PT1S", "2026-11-23T09:30:59Z", "101", true));

        BookView.Span minute = view().span(Interval.MINUTE);
        assertThat(minute.until()).isEqualTo("2026-11-23T09:31:00Z");
        assertThat(minute.forming()).isNull();
        assertThat(minute.recent().between(Instant.MIN, Instant.MAX))
                .extracting(Bar::start)
                .containsExactly(Instant.parse("2026-11-23T09:30:00Z"));
        assertThat(view().span(Interval.SECOND).until()).isEqualTo("2026-11-23T09:31:00Z");
    }

    /// A server that began to lead while the database was away has read late what was before.
    @Test
    void barThatComesOnceMoreTakesThePlaceOfTheFirst() {
        replica.begin(Tapes.beginning("all"));
        append(candle("PT1M", "2026-11-23T09:30:00Z", "101", true));
        append(candle("PT1M", "2026-11-23T09:31:00Z", "102", true));
        append(candle("PT1M", "2026-11-23T09:32:00Z", "103", false));

        append(candle("PT1M", "2026-11-23T09:30:00Z", "100", true));

        BookView.Span minute = view().span(Interval.MINUTE);
        assertThat(minute.until()).isEqualTo("2026-11-23T09:32:00Z");
        assertThat(close(minute.forming())).isEqualByComparingTo("103");
        assertThat(minute.recent().between(Instant.MIN, Instant.MAX))
                .extracting(bar -> bar.close().intValueExact())
                .containsExactly(100, 102);
    }

    @Test
    void symbolWithoutBarsHasWhatTheDatabaseHas() {
        replica.begin(Tapes.beginning("all"));

        BookView view = views.of(new Symbol("OTHER")).orElseThrow();
        assertThat(view.complete()).isTrue();
        assertThat(view.span(Interval.MINUTE).until()).isEqualTo("2026-11-23T09:30:00Z");
    }

    @Test
    void tapeThatBeginsAnewForgetsBars() {
        replica.begin(Tapes.beginning("all"));
        append(candle("PT1M", "2026-11-23T09:30:00Z", "101", false));

        replica.begin(Tapes.beginning("new"));

        assertThat(view().span(Interval.MINUTE).forming()).isNull();
        assertThat(view().position()).hasToString("new-0");
    }

    private BookView view() {
        return views.of(ACME).orElseThrow();
    }

    private static BigDecimal close(@Nullable Bar bar) {
        return Objects.requireNonNull(bar).close();
    }

    private void append(Candle candle) {
        replica.append(
                TapeReplica.batch(List.of(new Draft(topics.topic(candle.interval()), "ACME", jsonb.toJson(candle)))));
    }

    private static Candle candle(String interval, String start, String price, boolean complete) {
        var bar = Bar.of(Instant.parse(start), new BigDecimal(price), BigDecimal.TEN);
        return new Candle(
                ACME,
                interval,
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                1,
                bar.close(),
                complete,
                bar.marks().list());
    }
}
