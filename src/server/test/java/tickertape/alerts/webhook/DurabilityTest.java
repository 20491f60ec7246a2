package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.ALWAYS;
import static tickertape.alerts.AlertSamples.OWNER;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whatever happens to the server, what has fired is sent, and only to whom and when it may be.
class DurabilityTest extends DeliveryScenario {

    @Test
    void killBetweenFiringAndDeliveryLosesNothing() {
        addAndFire("a");

        WebhookNode next = new WebhookNode(database).answers(OK).settle();

        assertThat(next.only().id()).isEqualTo("a-1");
    }

    @Test
    void killWhileItIsSentHasItSentAgainUnderTheSameId() {
        hooks.answers(OK);
        addAndFire("a");
        hooks.begin();
        assertThat(hooks.only().id()).isEqualTo("a-1");

        WebhookNode next = new WebhookNode(database).answers(OK).settle();
        assertThat(next.messages()).isEmpty();
        next.pass(Duration.ofSeconds(80)).settle();

        assertThat(next.only().id()).isEqualTo("a-1");
        assertThat(next.waiting()).isZero();
    }

    @Test
    void twoServersDoNotBothSendIt() {
        hooks.answers(OK);
        WebhookNode other = new WebhookNode(database).answers(OK);
        addAndFire("a");

        hooks.begin();
        other.settle();
        hooks.settle();

        assertThat(hooks.messages()).hasSize(1);
        assertThat(other.messages()).isEmpty();
    }

    @Test
    void whatIsSentWaitsWhileTheDatabaseIsAway() {
        hooks.answers(OK);
        addAndFire("a");
        hooks.begin();

        database.goAway();
        hooks.settle();
        database.comeBack();
        database.execute("UPDATE alerts_halt SET symbol = symbol");
        hooks.settle();
        hooks.pass(DAY).settle();

        assertThat(hooks.only().id()).isEqualTo("a-1");
        assertThat(hooks.waiting()).isZero();
    }

    @Test
    void clockThatIsSetBackHoldsUpNothing() {
        hooks.answers(BROKEN, OK);
        addAndFire("a");
        hooks.settle();

        database.time().set(Instant.parse("2020-01-01T00:00:00Z"));
        hooks.pass(Duration.ofSeconds(11)).settle();
        hooks.pass(WebhookNode.LIMITS.delay()).settle();

        assertThat(hooks.messages()).hasSize(2);
    }

    /// By less than what nothing waits for, such as the hour of a time zone.
    @Test
    void clockThatIsSetBackByAnHourSilencesNobodyForThatLong() {
        hooks.answers(BROKEN, OK);
        addAndFire("a");
        hooks.settle();

        database.time().set(database.time().instant().minus(Duration.ofHours(1)));
        hooks.pass(Duration.ofSeconds(11)).settle();

        assertThat(hooks.messages()).hasSize(2);
    }

    @Test
    void whoSeesPricesLateIsToldLate() {
        hooks.answers(OK);
        alerts.store.add(alert("a", above("101.00")), hooks.webhooks.setting(OWNER, "a", Optional.of(URL), true));
        add("b", URL);
        fire();

        hooks.settle();
        assertThat(hooks.only().id()).isEqualTo("b-1");
        hooks.pass(WebhookNode.LIMITS.delay()).settle();

        assertThat(hooks.messages()).extracting(Sender.Message::id).containsExactlyInAnyOrder("b-1", "a-1");
    }

    @Test
    void whoLosesTheRightToPricesOfNowIsToldLateFromThenOn() {
        hooks.answers(BROKEN, OK);
        addAndFire("a");
        hooks.settle();
        assertThat(hooks.messages()).hasSize(1);

        hooks.realtime.clear();
        fire();
        hooks.settle();
        assertThat(hooks.messages()).hasSize(1);
        hooks.pass(WebhookNode.LIMITS.delay().minus(ALWAYS.pause())).settle();
        assertThat(hooks.messages()).hasSize(2);
        hooks.pass(ALWAYS.pause()).settle();

        assertThat(hooks.messages()).extracting(Sender.Message::id).containsExactly("a-1", "a-1", "a-2");
        hooks.realtime.add(OWNER);
        fire();
        hooks.settle();
        assertThat(hooks.messages()).hasSize(4);
    }

    @Test
    void clockThatIsSetTellsNobodyTooEarly() {
        hooks.answers(OK);
        hooks.realtime.clear();
        addAndFire("a");
        hooks.settle();

        database.time().set(database.time().instant().plus(DAY));
        hooks.settle().settle();

        assertThat(hooks.messages()).isEmpty();
        hooks.pass(WebhookNode.LIMITS.delay()).settle();
        assertThat(hooks.only().id()).isEqualTo("a-1");
    }

    @Test
    void deadLetterThatIsSentAgainComesNoEarlier() {
        hooks.answers(new Answer.Status(410, Duration.ZERO), OK);
        addAndFire("a");
        hooks.settle();
        hooks.realtime.clear();

        assertThat(hooks.webhooks.revive(OWNER, "a-1")).isTrue();
        hooks.settle();
        assertThat(hooks.messages()).hasSize(1);
        hooks.pass(WebhookNode.LIMITS.delay()).settle();

        assertThat(hooks.messages()).hasSize(2);
    }

    @Test
    void whoIsGoneLeavesNothing() {
        hooks.answers(BROKEN);
        addAndFire("a");
        hooks.settle();

        alerts.store.deleteAll(OWNER);
        hooks.webhooks.deleteAll(OWNER);

        assertThat(hooks.waiting()).isZero();
        assertThat(hooks.webhooks.of(OWNER)).isEmpty();
        assertThat(database.execute("DELETE FROM alerts_webhook_secret")).isZero();
    }
}
