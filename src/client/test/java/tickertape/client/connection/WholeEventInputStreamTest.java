package tickertape.client.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

/// Which bytes of a stream are passed on.
class WholeEventInputStreamTest {

    @Test
    void halfAnEventAtTheEndIsDroppedAndTheEndIsAnnounced() {
        assertThat(read(bytes("event: a\ndata: 1\n\nevent: b\ndata: 2\n")))
                .isEqualTo("event: a\ndata: 1\n\nevent: tickertape-client-end\ndata: end of the response\n\n");
    }

    @Test
    void brokenConnectionIsAnEndToo() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset\nby peer");
            }

            @Override
            public int read(byte[] target, int offset, int most) throws IOException {
                return read();
            }
        };

        assertThat(read(new SequenceInputStream(bytes("data: 1\n\ndata"), broken)))
                .startsWith("data: 1\n\nevent: tickertape-client-end\ndata: java.io.IOException: reset by peer\n\n");
    }

    @Test
    void eventsPassWhereverTheNetworkCutsThem() {
        String events = "id: 1\ndata: €\n\nid: 2\ndata: 2\n\n";
        byte[] all = events.getBytes(UTF_8);

        for (int cut = 0; cut <= all.length; cut++) {
            var first = new ByteArrayInputStream(all, 0, cut);
            var second = new ByteArrayInputStream(all, cut, all.length - cut);
            assertThat(read(new SequenceInputStream(first, second))).startsWith(events + "event: tickertape");
        }
    }

    @Test
    void longEventsPassAndEndlessOnesEndTheConnection() {
        String most = "data: " + "x".repeat(900_000) + "\n\n";

        assertThat(read(bytes(most))).startsWith(most);
        assertThat(read(bytes("x".repeat(3_000_000)))).contains("an event of more than");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String read(InputStream in) {
        try (var events = new WholeEventInputStream(in, new IdleStopwatch(() -> 0))) {
            return new String(events.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
