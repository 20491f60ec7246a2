package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Whether new connections can be opened.
class OpenFilesTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong open = new AtomicLong(100);

    @Test
    void thereAreSomeLeft() {
        assertThat(files().left()).isTrue();
    }

    @Test
    void aFewAreKeptForTheServerItself() {
        OpenFiles files = files();
        open.set(OpenFiles.limit() - 31);
        now.addAndGet(Duration.ofSeconds(6).toNanos());

        assertThat(files.left()).isFalse();
    }

    @Test
    void whereEvenCountingFindsNoFileAllAreInUse() {
        OpenFiles files = files();
        open.set(-1);
        now.addAndGet(Duration.ofSeconds(6).toNanos());

        assertThat(files.left()).isFalse();
    }

    private OpenFiles files() {
        return new OpenFiles(now::get, () -> {
            if (open.get() < 0) {
                throw new InternalError("errno: 24 error: Unable to open directory /proc/self/fd");
            }
            return open.get();
        });
    }
}
