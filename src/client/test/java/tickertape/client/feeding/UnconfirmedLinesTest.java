package tickertape.client.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Lines stay until they are confirmed, and each connection begins with the oldest that is left.
class UnconfirmedLinesTest {

    @AutoClose
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final UnconfirmedLines lines = new UnconfirmedLines(3, System::nanoTime);

    @Test
    void newConnectionBeginsBehindWhatIsConfirmed() throws Exception {
        add(3);
        long first = lines.connect();
        assertThat(read(first)).isEqualTo("1;2;3;");
        lines.confirm(1);

        long second = lines.connect();

        assertThat(lines.next(first, Duration.ZERO)).isNull();
        assertThat(read(second)).isEqualTo("2;3;");
        assertThat(lines.unconfirmed()).isEqualTo(2);
    }

    @Test
    void whoeverAddsToAFullBufferWaitsUntilSomethingIsConfirmed() throws Exception {
        add(3);
        Future<?> fourth = threads.submit(() -> {
            add(1);
            return null;
        });

        assertThat(lines.unconfirmed()).isEqualTo(3);
        lines.confirm(1);
        fourth.get();

        assertThat(read(lines.connect())).isEqualTo("2;3;4;");
    }

    @Test
    void answerToARequestConfirmsAllThatWasSentByIt() throws Exception {
        add(2);
        long first = lines.connect();
        assertThat(read(first)).isEqualTo("1;2;");
        add(1);

        lines.confirmSent(first);

        assertThat(lines.unconfirmed()).isEqualTo(1);
        lines.confirmSent(first - 1);
        assertThat(lines.unconfirmed()).isEqualTo(1);
        assertThat(lines.awaitConfirmation(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void bodyEndsWhenNoMoreLinesCome() throws Exception {
        add(2);
        long connection = lines.connect();
        lines.close();

        try (var body = new LineInputStream(lines, connection)) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("1;2;");
        }
        assertThatThrownBy(() -> add(1)).isInstanceOf(IllegalStateException.class);
        lines.confirmSent(connection);
        assertThat(lines.isDone()).isTrue();
    }

    @Test
    void bodyHasAnEmptyLineWhileThereAreNone() throws IOException {
        try (var body = new LineInputStream(lines, lines.connect())) {
            assertThat(body.read()).isEqualTo('\n');
            body.end();
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    private void add(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            lines.add(seq -> seq + ";");
        }
    }

    private String read(long connection) throws InterruptedException {
        var text = new StringBuilder();
        byte @Nullable [] line = lines.next(connection, Duration.ZERO);
        while (line != null && line.length > 0) {
            text.append(new String(line, StandardCharsets.UTF_8));
            line = lines.next(connection, Duration.ZERO);
        }
        return text.toString();
    }
}
