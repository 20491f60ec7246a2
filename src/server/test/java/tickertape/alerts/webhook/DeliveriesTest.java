package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.OWNER;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickertape.alerts.webhook.Answer.Failure;
import tickertape.alerts.webhook.Answer.Status;

/// A firing is sent until its receiver takes it, or a day is over.
class DeliveriesTest extends DeliveryScenario {

    @Test
    void whatFiresIsSentOnceAndSigned() {
        hooks.answers(OK);
        addAndFire("a");

        hooks.settle();
        hooks.pass(DAY).settle();

        Sender.Message message = hooks.only();
        assertThat(message.id()).isEqualTo("a-1");
        assertThat(message.uri()).hasToString(URL);
        assertThat(message.body())
                .startsWith("{\"type\":\"alert.fired\",\"timestamp\":\"2026-11-23T")
                .contains("\"data\":{\"alert\":\"a\"")
                .contains("\"id\":\"a-1\"");
        var secret = new WebhookSecret(hooks.webhooks.secret(OWNER).secret());
        assertThat(message.signatures())
                .containsExactly(secret.sign(message.id(), message.timestamp(), message.body()));
        assertThat(hooks.waiting()).isZero();
        assertThat(dead()).isEmpty();
    }

    @Test
    void alertWithoutAWebhookSendsNothing() {
        alerts.store.add(alert("a", above("101.00")));
        alerts.settle();

        fire();
        hooks.settle();

        assertThat(hooks.messages()).isEmpty();
        assertThat(hooks.waiting()).isZero();
    }

    @Test
    void whatFailsIsSentAgainWithTheSameIdAndBodyAndANewTime() {
        hooks.answers(BROKEN, new Failure("nobody took the connection"), OK);
        addAndFire("a");

        hooks.settle();
        assertThat(hooks.messages()).hasSize(1);
        hooks.pass(Duration.ofSeconds(3)).settle();
        assertThat(hooks.messages()).hasSize(1);
        hooks.pass(Duration.ofSeconds(4)).settle();
        hooks.pass(Duration.ofSeconds(13)).settle();
        hooks.pass(DAY).settle();

        assertThat(hooks.messages()).hasSize(3);
        assertThat(hooks.messages()).extracting(Sender.Message::id).containsOnly("a-1");
        assertThat(hooks.messages())
                .extracting(Sender.Message::body)
                .containsOnly(hooks.first().body());
        assertThat(hooks.messages())
                .extracting(Sender.Message::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void retryAfterIsHonouredAndAtTheEndItIsTriedOnceMore() {
        hooks.answers(new Status(429, Duration.ofMinutes(10)), new Status(503, Duration.ofDays(3)), OK);
        addAndFire("a");
        hooks.settle();

        hooks.pass(Duration.ofMinutes(9)).settle();
        assertThat(hooks.messages()).hasSize(1);
        hooks.pass(Duration.ofMinutes(1)).settle();
        assertThat(hooks.messages()).hasSize(2);
        hooks.pass(Duration.ofHours(23)).settle();
        assertThat(hooks.messages()).hasSize(2);
        hooks.pass(Duration.ofHours(1)).settle();

        assertThat(hooks.messages()).hasSize(3);
        assertThat(dead()).isEmpty();
    }

    @Test
    void whatNobodyTakesForADayIsADeadLetterThatCanBeSentAgainOrDeleted() {
        hooks.answers(BROKEN);
        addAndFire("a");
        Instant begin = database.time().instant();

        for (int i = 0; i < 60 && dead().isEmpty(); i++) {
            hooks.settle().pass(Duration.ofMinutes(30));
        }

        DeadLetter letter = dead().getFirst();
        assertThat(letter.id()).isEqualTo("a-1");
        assertThat(letter.status()).isEqualTo(500);
        assertThat(letter.reason()).isEqualTo("the receiver answered 500");
        assertThat(letter.attempts()).isEqualTo(hooks.messages().size()).isGreaterThan(15);
        assertThat(letter.time()).isBetween(begin.plus(DAY).minusSeconds(60), begin.plus(DAY.plusHours(1)));
        assertThat(hooks.webhooks.dead("bob")).isEmpty();
        assertThat(hooks.webhooks.revive("bob", "a-1")).isFalse();
        assertThat(hooks.webhooks.delete("bob", "a-1")).isFalse();

        int before = hooks.messages().size();
        assertThat(hooks.webhooks.revive(OWNER, "a-1")).isTrue();
        assertThat(dead()).isEmpty();
        hooks.settle();
        assertThat(hooks.messages()).hasSize(before + 1);
        hooks.answers(new Status(410, Duration.ZERO))
                .pass(Duration.ofMinutes(1))
                .settle();
        assertThat(dead()).extracting(DeadLetter::status).containsExactly(410);
        assertThat(hooks.webhooks.delete(OWNER, "a-1")).isTrue();
        assertThat(dead()).isEmpty();
    }

    @Test
    void receiverThatIsGoneGetsNothingMoreUntilItIsSetAnew() {
        hooks.answers(new Status(410, Duration.ZERO));
        add("b", URL);
        addAndFire("a");
        hooks.settle();
        int before = hooks.messages().size();

        fire();
        hooks.pass(DAY).settle();

        assertThat(hooks.messages()).hasSize(before);
        assertThat(hooks.webhooks.of(OWNER))
                .containsOnlyKeys("a", "b")
                .allSatisfy((_, hook) -> assertThat(hook).isEqualTo(new Webhook(URL, true)));
        assertThat(hooks.gone()).containsExactlyInAnyOrder("a", "b");
        assertThat(dead()).hasSize(2);
        alerts.store.change(OWNER, "a", found -> found, hooks.webhooks.setting(OWNER, "a", Optional.of(URL), false));
        assertThat(hooks.webhooks.of(OWNER)).containsEntry("a", new Webhook(URL, false));
        hooks.answers(OK);
        alerts.settle();
        fire();
        hooks.settle();
        assertThat(hooks.messages()).hasSize(before + 1);
    }

    @Test
    void webhookThatIsChangedGetsWhatWaitsAndOneThatIsTakenAwayGetsNothing() {
        hooks.answers(BROKEN);
        add("b", URL);
        addAndFire("a");
        hooks.settle();
        String other = "https://new.example/";
        alerts.store.change(OWNER, "a", found -> found, hooks.webhooks.setting(OWNER, "a", Optional.of(other), false));
        alerts.store.change(OWNER, "b", found -> found, hooks.webhooks.setting(OWNER, "b", Optional.of(""), false));

        hooks.answers(OK).settle();
        hooks.pass(DAY).settle();

        assertThat(hooks.messages().subList(2, hooks.messages().size()))
                .singleElement()
                .satisfies(message -> assertThat(message.uri()).hasToString(other));
        assertThat(hooks.webhooks.of(OWNER)).containsOnlyKeys("a");
        assertThat(dead()).isEmpty();
    }

    @Test
    void afterAChangeOfTheSecretBothSignForADay() {
        hooks.answers(OK);
        add("a", URL);
        var before = new WebhookSecret(hooks.webhooks.secret(OWNER).secret());
        SecretInfo changed = hooks.webhooks.changeSecret(OWNER);
        var after = new WebhookSecret(changed.secret());
        assertThat(after).isNotEqualTo(before);
        assertThat(changed.previousUntil()).isEqualTo(database.time().instant().plus(DAY));

        fire();
        hooks.settle();
        hooks.pass(DAY);
        fire();
        hooks.settle();

        Sender.Message first = hooks.first();
        assertThat(first.signatures())
                .containsExactly(
                        after.sign(first.id(), first.timestamp(), first.body()),
                        before.sign(first.id(), first.timestamp(), first.body()));
        assertThat(hooks.messages().getLast().signatures()).hasSize(1);
        assertThat(hooks.webhooks.secret(OWNER).previousUntil()).isNull();
    }
}
