package tickertape.tape.sse;

import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tickertape.tape.Frame;
import tickertape.tape.Position;
import tickertape.tape.ReadResult;
import tickertape.tape.TopicDefinition;
import tickertape.wire.Gap;
import tickertape.wire.Goodbye;
import tickertape.wire.HeartbeatEvent;
import tickertape.wire.Hello;

/// Writes events as the WHATWG HTML standard frames them. Each call is one flushed write, and returns how many
/// bytes it was; one thread uses it.
public final class SseWriter {

    private final EventOutput out;
    private final Jsonb jsonb;

    public SseWriter(OutputStream out, StreamCoding coding, Jsonb jsonb) {
        this.out = coding.output(out);
        this.jsonb = jsonb;
    }

    /// Without an id: a client that is cut off right after it has nothing to go on from.
    public int hello(Hello hello, long retryMillis) throws IOException {
        return first(retry(retryMillis) + event("hello", hello, Optional.empty()));
    }

    /// The only event of a stream that is refused.
    ///
    /// @param last the position that the client sent, which it keeps
    public int refusal(Goodbye goodbye, Optional<Position> last) throws IOException {
        int length = last(ending(goodbye, last));
        out.flush();
        return length;
    }

    public int read(ReadResult read) throws IOException {
        int length = 0;
        if (!read.lost().isEmpty()) {
            var topics = read.lost().stream()
                    .map(TopicDefinition::name)
                    .distinct()
                    .sorted()
                    .toList();
            length += out.write(bytes(event("gap", new Gap(topics), Optional.empty())));
        }
        for (Frame frame : read.frames()) {
            length += out.write(frame);
        }
        out.flush();
        return length;
    }

    public int heartbeat(HeartbeatEvent heartbeat, Position position) throws IOException {
        return write(event("heartbeat", heartbeat, Optional.of(position)));
    }

    /// The last event of a stream.
    ///
    /// @param last where the client goes on from: some know only the id of the last event
    public int goodbye(Goodbye goodbye, Position last) throws IOException {
        return last(ending(goodbye, Optional.of(last)));
    }

    // The data says it too, but a browser that reconnects by itself does not read that.
    private String ending(Goodbye goodbye, Optional<Position> last) {
        return retry(goodbye.retry()) + event("goodbye", goodbye, last);
    }

    private static String retry(long millis) {
        return "retry: %s\n".formatted(millis);
    }

    // Liberty swallows the first flush of a response: it only commits the headers.
    private int first(String text) throws IOException {
        int length = write(text);
        out.flush();
        return length;
    }

    private int last(String text) throws IOException {
        int length = out.write(bytes(text)) + out.end();
        out.flush();
        return length;
    }

    private int write(String text) throws IOException {
        int length = out.write(bytes(text));
        out.flush();
        return length;
    }

    // The id comes last: a known client takes the id of half an event for one that it has read.
    private String event(String name, Object data, Optional<Position> id) {
        return "event: %s\ndata: %s\n%s\n"
                .formatted(
                        name,
                        jsonb.toJson(data),
                        id.map(position -> "id: %s\n".formatted(position)).orElse(""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
