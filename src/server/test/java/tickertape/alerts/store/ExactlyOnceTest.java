package tickertape.alerts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.alerts.AlertSamples.ALWAYS;
import static tickertape.alerts.AlertSamples.OWNER;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;
import static tickertape.alerts.AlertSamples.quote;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.alerts.definition.Alert;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;

/// Whatever happens to the server, each alert fires once, under one id.
class ExactlyOnceTest {

    private TestDatabase database;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "alerts");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Node node() {
        return new Node(database).settle();
    }

    @Test
    void firesOnceAndIsPublishedOnce() {
        Node node = node();
        node.store.add(alert("a", above("101.00")));

        node.settle()
                .tick(quote("101.00"))
                .settle()
                .tick(quote("100.00"))
                .tick(quote("102.00"))
                .settle();

        assertThat(node.published()).containsExactly("a-1");
        assertThat(node.store.of(OWNER)).extracting(Alert::state).containsExactly(Alert.State.FIRED);
        assertThat(node.store.fired(OWNER, 10)).extracting(FiringRow::id).containsExactly("a-1");
        assertThat(node.firings().getFirst().body()).contains("\"last\":101.00").doesNotContain("late");
        assertThat(node.lists()).isNotEmpty().containsOnly(OWNER);
    }

    @Test
    void whatWasNotPublishedIsPublishedAfterTheRestartUnderTheSameId() {
        Node killed = node();
        killed.store.add(alert("a", above("101.00")));
        killed.settle().kill().tick(quote("101.00")).settle();
        assertThat(killed.published()).isEmpty();

        Node next = node();

        assertThat(next.published()).containsExactly("a-1");
        assertThat(next.tick(quote("102.00")).settle().published()).hasSize(1);
        assertThat(node().published()).isEmpty();
    }

    @Test
    void whatWouldHaveFiredWhileTheServerWasAwayFiresAtTheFirstTickAndSaysSo() {
        node().store.add(alert("a", above("101.00")));
        node().store.add(alert("b", above("103.00")));
        Node next = node();

        next.tick(quote("102.00")).settle().tick(quote("103.00")).settle();

        assertThat(next.firings())
                .extracting(FiringRow::id, firing -> firing.body().contains("\"late\":true"))
                .containsExactly(tuple("a-1", true), tuple("b-1", false));
    }

    @Test
    void twoServersFireOnceAndBothPublishIt() {
        Node one = node();
        Node other = node();
        one.store.add(alert("a", above("101.00")));
        one.settle();
        other.settle();

        one.tick(quote("101.00"));
        other.tick(quote("101.50"));
        other.settle();
        one.settle();

        assertThat(one.published()).containsExactly("a-1");
        assertThat(other.published()).containsExactly("a-1");
        assertThat(one.firings()).isEqualTo(other.firings());
        assertThat(one.engine.size() + other.engine.size()).isZero();
    }

    @Test
    void clockThatIsSetBackChangesNothing() {
        Node node = node();
        node.store.add(alert("a", above("101.00"), ALWAYS));
        node.settle().tick(quote("101.00")).settle();

        database.time().set(Instant.parse("2020-01-01T00:00:00Z"));
        node.tick(quote("100.00")).tick(quote("101.00")).settle();
        assertThat(node.published()).containsExactly("a-1");
        database.time().pass(ALWAYS.pause());
        node.tick(quote("100.00")).tick(quote("101.00")).settle();

        assertThat(node.published()).containsExactly("a-1", "a-2");
        Node next = node();
        database.time().pass(ALWAYS.pause());
        next.tick(quote("100.00")).tick(quote("101.00")).settle();
        assertThat(next.published()).containsExactly("a-3");
    }

    @Test
    void whatHasRestedIsKnownAfterARestart() {
        Node node = node();
        node.store.add(alert("a", above("101.00"), ALWAYS));
        node.settle().tick(quote("101.00")).settle();
        database.time().pass(ALWAYS.pause());
        node.tick(quote("100.00")).settle();
        assertThat(node.store.of(OWNER)).extracting(Alert::state).containsExactly(Alert.State.ARMED);

        assertThat(node().tick(quote("102.00")).settle().firings())
                .extracting(firing -> firing.body().contains("\"late\":true"))
                .containsExactly(true);
    }

    @Test
    void firingsWaitWhileTheDatabaseIsAway() {
        Node node = node();
        node.store.add(alert("a", above("101.00")));
        node.settle();

        database.goAway();
        node.tick(quote("101.00")).settle().tick(quote("100.00")).settle();
        assertThat(node.waiting()).isEqualTo(1);
        database.comeBack();
        database.execute("UPDATE alerts_halt SET symbol = symbol");
        node.settle();

        assertThat(node.published()).containsExactly("a-1");
        assertThat(node.waiting()).isZero();
    }

    @Test
    void alertThatWasChangedMeanwhileDoesNotFireByItsOldCondition() {
        Node node = node();
        node.store.add(alert("a", above("101.00")));
        node.settle().tick(quote("101.00"));
        node.store.change(
                OWNER,
                "a",
                found -> found.with(above("105.00"), found.repetition(), null, "")
                        .armedAnew());

        node.settle().tick(quote("104.00")).settle();
        assertThat(node.published()).isEmpty();

        node.tick(quote("105.00")).settle();
        assertThat(node.published()).containsExactly("a-2");
    }

    @Test
    void deletedAlertDoesNotFireOnAnyServer() {
        Node one = node();
        Node other = node();
        one.store.add(alert("a", above("101.00")));
        one.settle();
        other.settle();

        other.store.change(OWNER, "a", found -> found.in(Alert.State.DELETED));
        one.tick(quote("101.00")).settle();

        assertThat(one.published()).isEmpty();
        assertThat(one.store.of(OWNER)).isEmpty();
        assertThat(one.store.find(OWNER, "a")).isEmpty();
    }

    @Test
    void ownerHasOnlySoManyAndWhoIsGoneHasNone() {
        Node node = node();
        Stream.of("a", "b", "c")
                .forEach(id ->
                        assertThat(node.store.add(alert(id, above("101.00")))).isTrue());
        assertThat(node.store.add(alert("d", above("101.00")))).isFalse();
        node.settle().tick(quote("101.00")).settle();
        assertThat(node.store.fired(OWNER, 10)).hasSize(3);

        node.store.deleteAll(OWNER);

        assertThat(node.store.of(OWNER)).isEmpty();
        assertThat(node.store.fired(OWNER, 10)).isEmpty();
    }

    @Test
    void onlyTheLastFiringsOfAnOwnerAreKept() {
        Node node = node();
        node.store.add(alert("a", above("101.00"), ALWAYS));
        node.settle();
        for (int i = 0; i < 8; i++) {
            node.tick(quote("101.00")).settle();
            database.time().pass(ALWAYS.pause().plus(Duration.ofSeconds(1)));
            node.tick(quote("100.00")).settle();
        }

        assertThat(node.published()).hasSize(8);
        assertThat(node.store.fired(OWNER, 10))
                .extracting(FiringRow::id)
                .containsExactly("a-8", "a-7", "a-6", "a-5", "a-4");
    }
}
