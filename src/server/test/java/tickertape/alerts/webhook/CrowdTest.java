package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;

/// One who has many firings, or a receiver that is slow, holds up nobody else; and nothing grows for ever.
class CrowdTest {

    private TestDatabase database;
    private WebhookNode hooks;
    private int number;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "alerts");
        hooks = new WebhookNode(database).answers(new Answer.Status(500, Duration.ZERO));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /// Has so many wait, each a microsecond after the one before.
    private void wait(String owner, String host, int count) {
        for (int i = 0; i < count; i++) {
            number++;
            database.execute("""
                    INSERT INTO alerts_delivery (id, number, owner, alert, url, host, fired, body, state, attempts, due, give_up)
                    VALUES ('%s-%s', %s, '%s', 'x', 'https://%s/', '%s', 0, '{}', 'waiting', 0, %s, 9000000000000000)""".formatted(owner, number, number, owner, host, host, number));
        }
    }

    private List<String> sent() {
        return hooks.messages().stream()
                .map(message -> message.id().replaceFirst("-.*", "") + "@"
                        + message.uri().getHost())
                .toList();
    }

    @Test
    void everybodyGetsAPlaceHoweverManyOneHas() {
        wait("ann", "slow.example", 100);
        wait("bob", "bot.example", 1);
        wait("cat", "bot.example", 1);

        hooks.begin();

        assertThat(sent())
                .containsExactlyInAnyOrder(
                        "ann@slow.example", "ann@slow.example", "bob@bot.example", "cat@bot.example");
        hooks.begin();
        assertThat(sent()).hasSize(4);
    }

    @Test
    void aHostGetsOnlySoManyAtOnceAndTheOthersDoNotWaitForIt() {
        wait("ann", "slow.example", 100);
        wait("bob", "slow.example", 100);
        wait("cat", "slow.example", 100);
        wait("dan", "bot.example", 1);

        hooks.begin();

        assertThat(sent())
                .filteredOn(each -> each.endsWith("slow.example"))
                .hasSize(4)
                .contains("cat@slow.example");
        assertThat(sent()).contains("dan@bot.example");
    }

    @Test
    void whoWasSlowGetsPlacesAgainWhenTheAnswersAreThere() {
        wait("ann", "slow.example", 6);

        hooks.begin().settle();

        assertThat(sent()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void ofTooManyThatWaitTheOldestAreGivenUpAndOfThoseTheNewestAreKept() {
        wait("ann", "slow.example", 12);
        wait("bob", "bot.example", 1);

        hooks.pass(Duration.ofSeconds(11)).settle();

        List<DeadLetter> dead = hooks.webhooks.dead("ann");
        assertThat(dead).extracting(DeadLetter::id).containsExactly("ann-7", "ann-6", "ann-5");
        assertThat(dead)
                .extracting(DeadLetter::reason)
                .containsOnly("too many firings of yours waited, because their receivers did not answer");
        assertThat(dead).allSatisfy(letter -> assertThat(letter.lastAttempt()).isNull());
        assertThat(hooks.webhooks.dead("bob")).isEmpty();
    }

    @Test
    void whatIsDeadIsKeptForAMonth() {
        wait("ann", "slow.example", 7);
        hooks.pass(Duration.ofSeconds(11)).settle();
        assertThat(hooks.webhooks.dead("ann")).hasSize(2);

        hooks.pass(Duration.ofDays(31)).settle();

        assertThat(hooks.webhooks.dead("ann")).isEmpty();
    }
}
