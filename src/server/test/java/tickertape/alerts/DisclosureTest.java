package tickertape.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.ALWAYS;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.store.Disclosure;
import tickertape.alerts.store.FiringRow;
import tickertape.testing.FakeTime;

/// Who sees prices late learns of a firing when its price is old enough, whatever happens to the clock.
class DisclosureTest {

    private static final Duration DELAY = Duration.ofMinutes(15);

    private final FakeTime time = new FakeTime();
    private final Disclosure disclosure = new Disclosure(DELAY, time, time::nanoTime);

    private FiringRow firing(long number) {
        return new FiringRow("a-" + number, number, "ann", "a", time.instant(), "{}");
    }

    private FiringRow fire(long number) {
        FiringRow firing = firing(number);
        disclosure.fired(firing);
        return firing;
    }

    @Test
    void firingIsSeenAfterTheDelayAndNotBefore() {
        FiringRow firing = fire(7);

        time.pass(DELAY.minusNanos(1));
        assertThat(disclosure.isOldEnough(firing)).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(disclosure.isOldEnough(firing)).isTrue();
    }

    @Test
    void settingTheClockShowsNothingEarly() {
        Instant start = time.instant();
        time.set(start.minus(Duration.ofDays(1)));
        FiringRow past = fire(7);
        time.set(start.plus(Duration.ofDays(1)));
        FiringRow future = fire(8);

        assertThat(disclosure.isOldEnough(past)).isFalse();
        assertThat(disclosure.isOldEnough(future)).isFalse();
        time.pass(DELAY);
        assertThat(disclosure.isOldEnough(past)).isTrue();
        assertThat(disclosure.isOldEnough(future)).isTrue();
    }

    @Test
    void whatIsNotPublishedYetIsNotSeenEither() {
        fire(7);
        time.set(time.instant().minus(Duration.ofDays(1)));

        assertThat(disclosure.isOldEnough(firing(8))).isFalse();
    }

    @Test
    void ofBeforeTheStartTheClockTells() {
        FiringRow recent = firing(5);
        time.pass(DELAY.minusSeconds(1));
        assertThat(disclosure.isOldEnough(recent)).isFalse();

        time.pass(Duration.ofSeconds(1));

        assertThat(disclosure.isOldEnough(recent)).isTrue();
    }

    @Test
    void alertThatHasFiredSeemsToWaitUntilThen() {
        var views = new AlertViews(disclosure, time);
        Alert fired = fired();
        FiringRow firing = fire(7);

        assertThat(seen(views, fired, firing, false).state()).isEqualTo("fired");
        assertThat(seen(views, fired, firing, true).state()).isEqualTo("armed");
        assertThat(seen(views, fired, firing, true).lastFired()).isNull();
        assertThat(views.firings(List.of(firing), true)).isEmpty();
        time.pass(DELAY);
        assertThat(seen(views, fired, firing, true).state()).isEqualTo("fired");
        assertThat(seen(views, fired, firing, true).lastFired()).isNotNull();
        assertThat(views.firings(List.of(firing), true)).hasSize(1);
    }

    private static AlertInfo seen(AlertViews views, Alert alert, FiringRow firing, boolean isLate) {
        return views.alerts(List.of(alert), isLate, () -> List.of(firing)).getFirst();
    }

    private Alert fired() {
        Alert one = alert("a", above("1.00"), ALWAYS);
        return new Alert(
                one.id(),
                one.owner(),
                one.symbol(),
                one.condition(),
                one.repetition(),
                null,
                "",
                Alert.State.FIRED,
                2,
                null,
                time.instant(),
                one.created(),
                2);
    }
}
