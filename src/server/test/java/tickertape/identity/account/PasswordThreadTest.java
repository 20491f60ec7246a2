package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.web.ProblemException;

/// Passwords are hashed one after the other, and only so many wait.
class PasswordThreadTest {

    @Test
    void oneRunsAndOnlySoManyWait() throws Exception {
        var begun = new CountDownLatch(1);
        var gate = new Semaphore(0);
        var atOnce = new AtomicInteger();
        try (var thread = new PasswordThread(Thread.ofPlatform().factory());
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            answers.add(people.submit(() -> thread.run(() -> {
                begun.countDown();
                gate.acquireUninterruptibly();
                return atOnce.incrementAndGet();
            })));
            begun.await();
            var waiting = new CountDownLatch(PasswordThread.WAITING);
            for (int i = 0; i < PasswordThread.WAITING; i++) {
                answers.add(people.submit(() -> {
                    waiting.countDown();
                    return thread.run(atOnce::incrementAndGet);
                }));
            }
            waiting.await();
            while (thread.waiting() < PasswordThread.WAITING) {
                Thread.onSpinWait();
            }

            assertThat(atOnce).as("while one is hashed").hasValue(0);
            assertThatThrownBy(() -> thread.run(atOnce::incrementAndGet))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.getResponse().getStatus())
                                    .isEqualTo(503));

            gate.release();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isPositive();
            }
            assertThat(atOnce).hasValue(PasswordThread.WAITING + 1);
        }
    }

    @Test
    void whatFailsIsNotSwallowed() {
        try (var thread = new PasswordThread(Thread.ofPlatform().factory())) {
            assertThatThrownBy(() -> thread.run(() -> {
                        throw new IllegalArgumentException("no hash");
                    }))
                    .hasRootCauseMessage("no hash");
        }
    }
}
