package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.testing.LogRecords;

/// When turns are taken, and what is said of those that fail.
class DatabaseThreadTest {

    @AutoClose
    private final TestDatabase test = TestDatabase.with();

    @AutoClose
    private final LogRecords log = new LogRecords(DatabaseThreadTest.class);

    private final WakeSignal signal = new WakeSignal();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();

    @Test
    void thatTurnsFailIsSaidOnceAndOnceThatTheyGoOn() {
        log.listen();
        DatabaseThread thread = thread(() -> {
            int turn = turns.incrementAndGet();
            if (turn == 2 || turn == 3) {
                throw new IllegalStateException("on purpose");
            }
        });

        for (int i = 0; i < 5; i++) {
            thread.run();
        }

        assertThat(turns).hasValue(5);
        assertThat(log.lines()).containsExactly("it waits", "it goes on, after PT0S");
        assertThat(log.failures()).hasSize(1);
    }

    @Test
    void turnsThatFailNowAndThenAreNotSaidEachTime() {
        log.listen();
        DatabaseThread thread = thread(() -> {
            if (turns.incrementAndGet() % 3 == 0) {
                throw new DatabaseException("locked", true, null);
            }
        });

        for (int turn = 0; turn < 50; turn++) {
            thread.run();
            test.time().pass(Duration.ofSeconds(1));
        }

        assertThat(log.lines())
                .containsExactly(
                        "it waits: locked",
                        "it goes on, after PT1S",
                        "it waits: locked",
                        "it goes on, after PT1S",
                        "it waits, 3 times in PT6S: locked");
    }

    @Test
    void failureOfTheDatabaseIsSaidInOneLine() {
        log.listen();
        DatabaseThread thread = thread(() -> {
            throw new DatabaseException("locked", true, null);
        });

        thread.run();

        assertThat(log.lines()).containsExactly("it waits: locked");
        assertThat(log.failures()).isEmpty();
    }

    @Test
    void fullDatabaseGetsNoTurnsButWhatIsDoneInTheirPlace() {
        test.fill();
        test.look();
        DatabaseThread thread = thread(turns::incrementAndGet, idle::incrementAndGet);

        thread.run();
        thread.run();
        assertThat(turns).hasValue(0);
        assertThat(idle).hasValue(2);

        test.free();
        test.look();
        thread.run();
        assertThat(turns).hasValue(1);
        assertThat(idle).hasValue(2);
    }

    @Test
    void itEndsAfterTheTurnUnderWay() throws InterruptedException {
        var begun = new CountDownLatch(1);
        DatabaseThread thread = thread(() -> {
            begun.countDown();
            turns.incrementAndGet();
        });
        thread.start();
        signal.wake();
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        assertThat(thread.end()).isTrue();
        int last = turns.get();
        signal.wake();
        assertThat(turns).hasValue(last);
    }

    private DatabaseThread thread(Runnable turn) {
        return thread(turn, () -> {});
    }

    private DatabaseThread thread(Runnable turn, Runnable instead) {
        var words = new DatabaseThread.Words(
                System.getLogger(DatabaseThreadTest.class.getName()), "it waits", "it goes on");
        return new DatabaseThread(
                test.database(),
                signal,
                turn,
                instead,
                words,
                Thread.ofPlatform().daemon().factory());
    }
}
