package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Of two servers with one PostgreSQL one writes, until it ends.
class SoleWriterTest {

    private static final String LOCKS = " FROM pg_locks WHERE locktype = 'advisory' AND granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    @AutoClose
    private final TestDatabase test = TestDatabase.of(Dialect.POSTGRESQL, "history");

    @AutoClose
    private final SoleWriter one = writer("one");

    @AutoClose
    private final SoleWriter two = writer("two");

    private SoleWriter writer(String run) {
        return new SoleWriter(test.database(), "history", run);
    }

    @Test
    void firstOneWritesAndTheOtherKnowsIt() {
        assertThat(one.isKnown()).isFalse();
        one.turn();
        two.turn();
        one.turn();

        assertThat(one.term()).isEqualTo(1);
        assertThat(two.term()).isZero();
        assertThat(two.isKnown()).isTrue();
        confirm(one);
        assertRefused(two);
    }

    @Test
    void nobodyWritesBeforeTheDatabaseWasAsked() {
        assertRefused(one);
    }

    @Test
    void otherOneTakesOverWhenTheFirstHasEnded() {
        one.turn();
        two.turn();
        one.close();
        two.turn();

        assertThat(two.term()).isEqualTo(2);
        confirm(two);
    }

    @Test
    void otherOneTakesOverWhenTheFirstWasKilledWhoseRowsAreRefusedThen() {
        one.turn();
        two.turn();
        kill();
        two.turn();

        assertThat(two.term()).isEqualTo(2);
        assertRefused(one);
        turnAfterKill(one);
        assertThat(one.term()).isZero();

        two.close();
        turnAfterKill(one);
        assertThat(one.term()).as("what it knew is void").isEqualTo(2);
    }

    @Test
    void connectionThatBreaksIsNoOtherTermIfNobodyHasWrittenMeanwhile() {
        one.turn();
        kill();
        confirm(one);
        turnAfterKill(one);

        assertThat(one.term()).isEqualTo(1);
        turnAfterKill(two);
        assertThat(two.term()).isZero();
    }

    @Test
    void nextOneWaitsForWhatTheOneBeforeIsWriting() throws Exception {
        one.turn();
        var writing = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var write = thread.submit(() -> test.database().transaction(connection -> {
                one.confirm(connection);
                writing.countDown();
                return await(taken);
            }));
            writing.await();
            kill();
            // The time limit of the test's PostgreSQL ends the wait.
            assertThatThrownBy(two::turn).isInstanceOf(DatabaseException.class);
            assertThat(two.term()).as("not taken").isEqualTo(1);
            assertThat(two.isKnown()).isFalse();
            taken.countDown();
            assertThat(write.get()).isTrue();
        }

        two.turn();
        assertThat(two.term()).isEqualTo(1);
        assertRefused(one);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // As when its server is killed: its connections break.
    private void kill() {
        var _ = ask("SELECT pg_terminate_backend(pid)");
        Awaitility.await().until(() -> !ask("SELECT 1"));
    }

    // The pool of the tests hands out once more what is broken.
    private void turnAfterKill(SoleWriter writer) {
        Awaitility.await().ignoreExceptions().until(() -> {
            test.recover();
            writer.turn();
            return true;
        });
    }

    private boolean ask(String about) {
        return test.database().query(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(about + LOCKS)) {
                return rows.next();
            }
        });
    }

    private void confirm(SoleWriter writer) {
        var _ = test.database().transaction(connection -> {
            writer.confirm(connection);
            return true;
        });
    }

    private void assertRefused(SoleWriter writer) {
        assertThatThrownBy(() -> confirm(writer))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue())
                .hasMessage("another server writes the history");
    }
}
