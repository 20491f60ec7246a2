package tickertape.tape.stream;

import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tickertape.tape.Position;
import tickertape.tape.Read;
import tickertape.tape.Topic;

/// Writes events as the WHATWG HTML standard frames them. Each call is one flushed write; one thread uses it.
final class EventWriter {

    private final OutputStream out;
    private final Jsonb jsonb;

    EventWriter(OutputStream out, Jsonb jsonb) {
        this.out = out;
        this.jsonb = jsonb;
    }

    // No id: a client that is cut off right here must ask again for what it has not got.
    void hello(Hello hello, long retryMillis) throws IOException {
        out.write(bytes("retry: %d\n".formatted(retryMillis) + event("hello", hello)));
        out.flush();
        // Liberty swallows the first flush of a response: it only commits the headers.
        out.flush();
    }

    void read(Read read) throws IOException {
        if (!read.lost().isEmpty()) {
            var topics = read.lost().stream().map(Topic::name).sorted().toList();
            out.write(bytes(event("gap", new Gap(topics))));
        }
        read.writeTo(out);
        out.flush();
    }

    void heartbeat(Beat beat, Position position) throws IOException {
        out.write(bytes("id: %s\n".formatted(position) + event("heartbeat", beat)));
        out.flush();
    }

    void goodbye(Goodbye goodbye) throws IOException {
        out.write(bytes(event("goodbye", goodbye)));
        out.flush();
    }

    private String event(String name, Object data) {
        return "event: %s\ndata: %s\n\n".formatted(name, jsonb.toJson(data));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
