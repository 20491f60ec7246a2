package tickertape.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;

/// A client's side of a connection that keeps what it is sent.
public final class Recording extends OutputStream {

    /// What a broadcaster sends to wake its sinks.
    public static final OutboundSseEvent NEWS = new News();

    private final StringBuilder text = new StringBuilder();
    private int flushes;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void flush() {
        flushes++;
    }

    public synchronized String text() {
        return text.toString();
    }

    public synchronized int flushes() {
        return flushes;
    }

    public void await(String part) {
        Awaitility.await().untilAsserted(() -> assertThat(text()).contains(part));
    }

    private record News() implements OutboundSseEvent {

        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public Object getData() {
            return "news";
        }

        @Override
        public String getId() {
            return "";
        }

        @Override
        public String getName() {
            return "news";
        }

        @Override
        public String getComment() {
            return "";
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }
    }
}
