package tickertape.alerts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.ALWAYS;
import static tickertape.alerts.AlertSamples.OWNER;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;
import static tickertape.alerts.AlertSamples.quote;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.alerts.definition.Alert;
import tickertape.market.Leadership;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.tape.BatchListener;
import tickertape.tape.DelayedMessage;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.wire.QuoteStatus;

/// Of several servers with one tape, whichever leads fires each alert once, and puts each firing there once.
class SharedAlertsTest {

    private final List<byte[]> log = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private TestDatabase database;
    private long terms;

    /// One of them: what is written to the log comes to lie on its tape when it reads.
    private final class Server implements Leadership, BatchListener {

        final List<String> seen = new ArrayList<>();
        final Node node;
        private final TapeReplica replica;
        private final List<Runnable> unread = new ArrayList<>();
        private long term;
        private boolean losing;
        private int next;

        Server() {
            var tape = new Tape("shared", Set.of(Node.ALERT, Node.LIST), 100, 100, database.time()::nanoTime);
            var published = new PublishedAlerts(Node.ALERT, Node.LIST);
            replica = new TapeReplica(tape, List.of(published, this));
            node = new Node(database, FiringListener.NONE, this, Optional.of(published), this::append);
            servers.add(this);
        }

        private void append(List<Draft> drafts, Runnable appended) {
            if (term != 0 && !losing) {
                log.add(TapeReplica.batch(drafts));
                unread.add(appended);
            }
        }

        /// Reads the log to its end.
        Server read() {
            while (next < log.size()) {
                replica.append(log.get(next++));
            }
            unread.forEach(Runnable::run);
            unread.clear();
            return this;
        }

        /// Leads instead of the others.
        Server lead() {
            servers.forEach(server -> {
                server.term = 0;
                server.unread.clear();
                server.read();
            });
            term = ++terms;
            return this;
        }

        /// What it publishes from now on never lies in the log.
        void lose() {
            losing = true;
        }

        @Override
        public long term() {
            return term;
        }

        @Override
        public boolean inTouch() {
            return true;
        }

        @Override
        public void onMessages(List<DelayedMessage> messages, Position end) {}

        @Override
        public void onOwned(String owner, List<DelayedMessage> messages) {
            messages.forEach(message -> seen.add(message.topic().name() + " " + message.group()));
        }

        List<String> firings() {
            read();
            return seen.stream().filter(message -> message.startsWith("alert ")).toList();
        }

        long lists() {
            read();
            return seen.stream()
                    .filter(message -> message.startsWith("alert-list "))
                    .count();
        }
    }

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

    @Test
    void whoLeadsFiresWhatAnotherServerWasAskedFor() {
        Server leader = new Server().lead();
        var follower = new Server();
        leader.node.tick(quote("100.00")).settle();

        follower.node.store.add(alert("a", above("101.00")));
        follower.node.settle();
        leader.node.settle().tick(quote("101.00")).settle();
        follower.node.settle();

        assertThat(leader.firings()).hasSize(1).isEqualTo(follower.firings());
        assertThat(follower.node.published()).isEmpty();
        assertThat(follower.lists()).isPositive();
        assertThat(follower.node.store.fired(OWNER, 10))
                .extracting(FiringRow::id)
                .containsExactly("a-1");
    }

    @Test
    void whatNeverLayOnTheTapeIsPublishedByTheNext() {
        Server leader = new Server().lead();
        var next = new Server();
        leader.node.store.add(alert("a", above("101.00")));
        leader.node.tick(quote("100.00")).settle();
        leader.read();
        leader.lose();
        leader.node.tick(quote("101.00")).settle();
        assertThat(next.firings()).isEmpty();
        long told = next.lists();

        next.lead().node.tick(quote("102.00")).settle();

        assertThat(next.firings()).hasSize(1).isEqualTo(leader.firings());
        assertThat(next.lists()).isEqualTo(told + 1);
    }

    @Test
    void whatLiesThereIsNotPublishedAgainThoughTheDatabaseDoesNotKnow() {
        Server leader = new Server().lead();
        var next = new Server();
        leader.node.store.add(alert("a", above("101.00")));
        leader.node.tick(quote("100.00")).settle().tick(quote("101.00")).settle();

        // The one before has not read what it wrote, and marks nothing.
        next.lead().node.tick(quote("102.00")).settle();
        next.read().node.settle();

        assertThat(next.firings()).hasSize(1);
        assertThat(new Server().lead().node.tick(quote("102.00")).settle().published())
                .isEmpty();
    }

    @Test
    void whatTheOneBeforeHasFoundFiresOnceWhoeverWritesItFirst() {
        Server leader = new Server().lead();
        var next = new Server();
        leader.node.store.add(alert("a", above("101.00"), ALWAYS));
        leader.node.tick(quote("100.00")).settle().tick(quote("101.00"));

        next.lead().node.tick(quote("102.00")).settle().tick(quote("102.00")).settle();
        leader.node.settle();
        next.node.settle();

        assertThat(next.firings()).hasSize(1).isEqualTo(leader.firings());
        assertThat(next.node.store.of(OWNER)).extracting(Alert::round).containsExactly(2L);
    }

    @Test
    void haltThatTheOneBeforeSawIsNotWrittenLater() {
        Server leader = new Server().lead();
        var next = new Server();
        leader.node.settle().tick(quote("100.00"));

        leader.node.tick(quote("100.00", "100", QuoteStatus.HALTED));
        next.lead().node.tick(quote("100.00")).settle();
        leader.node.settle();

        assertThat(leader.node.waiting()).isZero();
        assertThat(database.database().query(HaltTable::read)).isEmpty();
    }

    @Test
    void whoLeadsAgainKnowsWhatWasChangedMeanwhile() {
        Server first = new Server().lead();
        var second = new Server();
        first.node.store.add(alert("a", above("101.00")));
        first.node.tick(quote("100.00")).settle();
        second.lead().node.tick(quote("100.00")).settle();
        second.node.store.change(OWNER, "a", found -> found.in(Alert.State.OFF));
        second.node.settle();

        first.lead().node.tick(quote("102.00")).settle().tick(quote("103.00")).settle();

        assertThat(first.firings()).isEmpty();
        assertThat(first.node.store.of(OWNER)).extracting(Alert::state).containsExactly(Alert.State.OFF);
    }
}
