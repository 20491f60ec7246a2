package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A poll asks until it is so, but not for ever.
class PollTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

    @Test
    void pollEndsWhenItHasCome() {
        new Poll(100, () -> asked.incrementAndGet() == 2, answer::complete).start();

        assertThat(answer.join()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void pollEndsAfterAllItsTries() {
        new Poll(2, () -> asked.incrementAndGet() > 100, answer::complete).start();

        assertThat(answer.join()).isFalse();
        assertThat(asked).hasValue(2);
    }
}
