package tickertape.alerts.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.ACME;
import static tickertape.alerts.AlertSamples.ALWAYS;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;
import static tickertape.alerts.AlertSamples.below;
import static tickertape.alerts.AlertSamples.condition;
import static tickertape.alerts.AlertSamples.ending;
import static tickertape.alerts.AlertSamples.quote;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.alerts.AlertSamples;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Condition;
import tickertape.testing.FakeTime;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// Each tick fires the alerts whose condition it meets, and no others.
class AlertEngineTest {

    private static final int ROOM = 1000;

    private final FakeTime time = new FakeTime();
    private final AlertEngine engine = new AlertEngine(time::nanoTime);

    private void put(Alert alert) {
        engine.put(alert, false, time.instant());
    }

    private Findings tick(Quote... quotes) {
        time.pass(Duration.ofMillis(250));
        return engine.tick(AlertSamples.tick(time.instant(), quotes), ROOM);
    }

    private List<String> hits(Quote... quotes) {
        return tick(quotes).hits().stream().map(hit -> hit.alert().id()).toList();
    }

    /// Of prices one after the other, at which the condition is met for the first time.
    private String firstHit(Condition condition, String... prices) {
        tick(quote("100.00"));
        put(alert("a", condition));
        return Arrays.stream(prices)
                .filter(price -> !hits(quote(price)).isEmpty())
                .findFirst()
                .orElse("never");
    }

    @Test
    void priceFiresAtItsLevelAndNotBefore() {
        assertThat(firstHit(above("101.00"), "100.99", "101.00")).isEqualTo("101.00");
    }

    @Test
    void priceFiresFromAboveToo() {
        assertThat(firstHit(below("99.00"), "99.01", "98.00")).isEqualTo("98.00");
    }

    @Test
    void bidAndAskArePricesOfTheirOwn() {
        put(alert("bid", condition("{'type':'price','of':'bid','direction':'above','price':101.00}")));
        put(alert("ask", condition("{'type':'price','of':'ask','direction':'above','price':101.00}")));

        assertThat(hits(quote("100.98"))).isEmpty();
        assertThat(hits(quote("100.99"))).containsExactly("ask");
        assertThat(hits(quote("101.00"))).isEmpty();
        assertThat(hits(quote("101.01"))).containsExactly("bid");
    }

    @Test
    void changeOfTheDayFiresAtExactlyItsPercent() {
        assertThat(firstHit(condition("{'type':'change','percent':5}"), "104.99", "105.00"))
                .isEqualTo("105.00");
    }

    @Test
    void changeDownwardFiresBelowIt() {
        assertThat(firstHit(condition("{'type':'change','percent':-5}"), "95.01", "94.00"))
                .isEqualTo("94.00");
    }

    @Test
    void moveCountsFromTheLowestPriceOfItsMinutes() {
        Condition rise = condition("{'type':'move','percent':2,'direction':'up','within':'PT1M'}");

        assertThat(firstHit(rise, "100.00", "99.00", "100.97", "100.98")).isEqualTo("100.98");
    }

    @Test
    void moveThatTakesLongerThanItsMinutesIsNone() {
        put(alert("a", condition("{'type':'move','percent':2,'direction':'any','within':'PT1M'}")));
        tick(quote("100.00"));
        time.pass(Duration.ofSeconds(60));

        assertThat(hits(quote("102.00"))).isEmpty();
        assertThat(hits(quote("99.00"))).containsExactly("a");
    }

    @Test
    void alertsOfOneTickComeInTheOrderOfTheirLevels() {
        put(alert("far", above("103.00")));
        put(alert("near", above("101.00")));
        put(alert("beyond", above("105.00")));

        assertThat(hits(quote("104.00"))).containsExactly("near", "far");
    }

    @Test
    void whatHasFiredDoesNotFireAgain() {
        put(alert("a", above("101.00")));

        assertThat(hits(quote("101.00"))).containsExactly("a");
        assertThat(hits(quote("100.00"))).isEmpty();
        assertThat(hits(quote("102.00"))).isEmpty();
    }

    @Test
    void newAlertIsLookedAtWithoutANewQuote() {
        tick(quote("102.00"));
        put(alert("a", above("101.00")));

        assertThat(hits()).containsExactly("a");
    }

    @Test
    void whatRepeatsFiresAfterItsPauseWhenItIsMetAnew() {
        put(alert("a", above("101.00"), ALWAYS));
        assertThat(hits(quote("101.00"))).containsExactly("a");
        Alert fired = alert("a", above("101.00"), ALWAYS).armedAnew();
        put(resting(fired));

        assertThat(hits(quote("100.00"))).isEmpty();
        assertThat(hits(quote("101.00"))).isEmpty();
        time.pass(ALWAYS.pause());
        assertThat(hits(quote("102.00"))).isEmpty();
        assertThat(tick(quote("100.00")).rearmed()).extracting(Alert::id).containsExactly("a");
        assertThat(hits(quote("101.00"))).containsExactly("a");
    }

    private Alert resting(Alert alert) {
        return new Alert(
                alert.id(),
                alert.owner(),
                alert.symbol(),
                alert.condition(),
                alert.repetition(),
                null,
                "",
                Alert.State.RESTING,
                alert.round(),
                time.instant().plus(alert.repetition().pause()),
                time.instant(),
                alert.created(),
                alert.revision() + 1);
    }

    @Test
    void endedAlertDoesNotFire() {
        put(ending(alert("a", above("101.00")), time.instant().plusSeconds(10)));
        time.pass(Duration.ofSeconds(10));

        assertThat(hits(quote("101.00"))).isEmpty();
        // It was the clock that was wrong.
        time.set(time.instant().minusSeconds(60));
        assertThat(hits(quote("100.00"))).isEmpty();
        assertThat(hits(quote("101.00"))).containsExactly("a");
    }

    @Test
    void haltAndWhatFollowsAreNoticedOnce() {
        put(alert("halted", condition("{'type':'halted'}")));
        put(alert("resumed", condition("{'type':'resumed'}")));
        put(alert("stale", condition("{'type':'stale'}")));

        assertThat(hits(quote("100.00"))).isEmpty();
        assertThat(hits(quote("100.00", "100", QuoteStatus.HALTED))).containsExactly("halted");
        assertThat(hits(quote("100.00"))).containsExactly("resumed");
        assertThat(hits(quote("100.00", "100", QuoteStatus.STALE))).containsExactly("stale");
    }

    @Test
    void whoseTradingWasStoppedBeforeTheStartHasResumed() {
        put(alert("resumed", condition("{'type':'resumed'}")));
        engine.wereHalted(Set.of(ACME));

        Findings findings = tick(quote("100.00"));

        assertThat(findings.hits()).hasSize(1);
        assertThat(findings.halts()).containsEntry(ACME, false);
    }

    @Test
    void onlyWhatWaitedBeforeTheStartCanBeLate() {
        engine.put(alert("before", above("101.00")), true, time.instant());
        engine.put(alert("later", above("103.00")), true, time.instant());
        put(alert("new", above("101.00")));

        assertThat(tick(quote("102.00")).hits())
                .extracting(hit -> hit.alert().id() + " " + hit.isLate())
                .containsExactlyInAnyOrder("before true", "new false");
        assertThat(tick(quote("103.00")).hits()).noneMatch(Hit::isLate);
    }

    @Test
    void whatThereIsNoRoomForStaysAndFiresLater() {
        for (int i = 0; i < 5; i++) {
            put(alert("a" + i, above("101.00")));
        }

        assertThat(engine.tick(AlertSamples.tick(time.instant(), quote("101.00")), 2)
                        .hits())
                .hasSize(2);
        assertThat(engine.tick(AlertSamples.tick(time.instant(), quote("101.00")), 9)
                        .hits())
                .hasSize(3);
    }

    @Test
    void olderVersionOfAnAlertIsIgnoredAndRemovedOnesAreGone() {
        put(alert("a", above("101.00")).at(5));
        put(alert("a", above("100.00")).at(4));
        put(alert("b", above("101.00")));
        engine.remove("b");

        assertThat(hits(quote("100.50"))).isEmpty();
        put(alert("a", above("103.00")).at(6));
        assertThat(hits(quote("102.00"))).isEmpty();
        engine.removeAll(AlertSamples.OWNER);
        assertThat(engine.size()).isZero();
    }
}
