package tickertape.tape.wire;

import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tickertape.tape.Position;
import tickertape.tape.Read;
import tickertape.tape.Topic;

/// Writes events as the WHATWG HTML standard frames them. Each call is one flushed write; one thread uses it.
public final class EventWriter {

    private final OutputStream out;
    private final Jsonb jsonb;

    public EventWriter(OutputStream out, Jsonb jsonb) {
        this.out = out;
        this.jsonb = jsonb;
    }

    /// Without an id: a client that is cut off right here must ask again for what it has not got.
    public void hello(Hello hello, long retryMillis) throws IOException {
        first(retry(retryMillis) + event("hello", hello));
    }

    /// The only event of a stream that is refused.
    public void refusal(Goodbye goodbye) throws IOException {
        first(farewell(goodbye));
    }

    public void read(Read read) throws IOException {
        if (!read.lost().isEmpty()) {
            var topics = read.lost().stream().map(Topic::name).sorted().toList();
            out.write(bytes(event("gap", new Gap(topics))));
        }
        read.writeTo(out);
        out.flush();
    }

    public void heartbeat(Beat beat, Position position) throws IOException {
        write("id: %s\n".formatted(position) + event("heartbeat", beat));
    }

    public void goodbye(Goodbye goodbye) throws IOException {
        write(farewell(goodbye));
    }

    // Said in the data too, but of that a browser's own reconnection knows nothing.
    private String farewell(Goodbye goodbye) {
        return retry(goodbye.retry()) + event("goodbye", goodbye);
    }

    private static String retry(long millis) {
        return "retry: %d\n".formatted(millis);
    }

    // Liberty swallows the first flush of a response: it only commits the headers.
    private void first(String text) throws IOException {
        write(text);
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(bytes(text));
        out.flush();
    }

    private String event(String name, Object data) {
        return "event: %s\ndata: %s\n\n".formatted(name, jsonb.toJson(data));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
