package tickertape.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Who is handled, and who is closed, when more requests come than are handled at once.
class FairAdmissionTest {

    private final AtomicLong now = new AtomicLong();
    private final List<Object> closed = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final FairAdmission admission = new FairAdmission(1, 2, now::get, closed::add, later::add);

    @Test
    void requestIsHandledAtOnce() {
        come("a", () -> {});

        assertThat(order).containsExactly("a");
        assertThat(closed).isEmpty();
    }

    @Test
    void thoseThatWaitAreHandledInTheOrderInWhichTheyCame() {
        come("held", () -> {
            come("first", () -> {});
            come("second", () -> {});
        });

        assertThat(order).containsExactly("held", "first", "second");
    }

    @Test
    void connectionThatWasServedBeforeWaitsForOneThatWasNot() {
        come("pipelining", () -> {});
        pass(1);
        come("held", () -> {
            come("pipelining", () -> {});
            come("probe", () -> {});
        });

        assertThat(order).containsExactly("pipelining", "held", "probe", "pipelining");
    }

    @Test
    void connectionThatWasServedLeastRecentlyIsNext() {
        come("monitor", () -> {});
        pass(1000);
        come("pipelining", () -> {});
        pass(1);
        come("held", () -> {
            come("pipelining", () -> {});
            come("monitor", () -> {});
        });

        assertThat(order).containsExactly("monitor", "pipelining", "held", "monitor", "pipelining");
    }

    @Test
    void lastOfTooManyThatWaitIsClosed() {
        come("pipelining", () -> {});
        come("held", () -> {
            come("pipelining", () -> {});
            come("first", () -> {});
            come("second", () -> {});
        });

        assertThat(closed).containsExactly("pipelining");
        assertThat(order).containsExactly("pipelining", "held", "first", "second");
    }

    @Test
    void requestThatIsHeldUpMakesRoomForANewOne() {
        come("held", () -> {
            pass(250);
            come("probe", () -> {});
            assertThat(order).containsExactly("held", "probe");
        });

        assertThat(closed).containsExactly("held");
    }

    @Test
    void requestThatIsHeldUpIsEndedForOneThatWaitsAlready() {
        come("held", () -> {
            come("probe", () -> {});
            pass(250);
            later.remove().run();
            assertThat(closed).containsExactly("held");
        });

        assertThat(order).containsExactly("held", "probe");
    }

    @Test
    void nobodyIsEndedWhileNobodyWaits() {
        come("slow", () -> {
            pass(10_000);
            later.forEach(Runnable::run);
        });

        assertThat(closed).isEmpty();
    }

    @Test
    void requestThatFailsGivesItsPlaceBack() {
        try {
            come("fails", () -> {
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }
        come("next", () -> {});

        assertThat(order).containsExactly("fails", "next");
    }

    private void pass(long millis) {
        now.addAndGet(millis * 1_000_000);
    }

    private void come(String connection, Runnable request) {
        admission.admit(connection).orElseThrow().execute(() -> {
            order.add(connection);
            request.run();
        });
    }
}
