package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.CreationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All reasons not to start are in one line, each once, in the words of the application.
class StartFailureTest {

    @Test
    void reasonsAreJoined() {
        var one = new IllegalArgumentException("stream.backlog must be from 1 to 10, not 0");
        var other = new CreationException("WELD-1", new IllegalArgumentException("ticker.interval\n is nonsense"));

        var failure = StartFailure.of(List.of(one, other, new CreationException("WELD-2", one)));

        assertThat(failure)
                .hasMessage("Tickertape does not start: stream.backlog must be from 1 to 10, not 0;"
                        + " ticker.interval is nonsense")
                .hasCause(one);
    }

    @Test
    void unexpectedFailureIsShownWithItsType() {
        var failure = StartFailure.of(List.of(new UnsupportedOperationException()));

        assertThat(failure).hasMessage("Tickertape does not start: java.lang.UnsupportedOperationException");
    }
}
