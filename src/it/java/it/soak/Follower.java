package it.soak;

import it.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// One client that follows the quotes by polling or by a stream, and what it knows.
record Follower(Member member, Knowledge knowledge) {

    // As browsers do.
    private static final String ZIPPED = "Accept-Encoding: gzip, deflate, br\r\n";

    /// Opens a stream at once.
    ///
    /// @param also gets each quote too
    static Follower stream(Swarm swarm, URI uri, Consumer<QuoteText> also) {
        var knowledge = new Knowledge();
        var events = new Events(event -> learn(knowledge, event, also));
        var answer = new Answer(events::take, _ -> {});
        Member member = Member.connect(uri, "Accept: text/event-stream\r\n", answer::take);
        member.ask();
        swarm.join(member);
        return new Follower(member, knowledge);
    }

    /// Opens a stream at once, as gzip.
    static Follower zippedStream(Swarm swarm, URI uri) {
        var knowledge = new Knowledge();
        var events = new Events(event -> learn(knowledge, event, _ -> {}));
        var answer = new Answer(new Unzipped(events::take), _ -> {});
        String headers = "Accept: text/event-stream\r\n" + ZIPPED;
        Member member = Member.connect(uri, headers, answer::take);
        member.ask();
        swarm.join(member);
        return new Follower(member, knowledge);
    }

    /// Polls on request, on one connection, and accepts gzip as browsers do.
    static Follower poll(Swarm swarm, URI uri) {
        var knowledge = new Knowledge();
        var body = new ByteArrayOutputStream();
        var answer = new Answer(bytes -> append(body, bytes), zipped -> {
            Instant now = Instant.now();
            for (String quote : text(body.toByteArray(), zipped).split("(?<=}),", -1)) {
                knowledge.learn(new QuoteText(quote), now);
            }
            body.reset();
        });
        String headers = "Accept: application/json\r\n" + ZIPPED;
        Member member = Member.connect(uri, headers, answer::take);
        swarm.join(member);
        return new Follower(member, knowledge);
    }

    private static void learn(Knowledge knowledge, Event event, Consumer<QuoteText> also) {
        if (event.is("quote")) {
            var quote = new QuoteText(event.data());
            knowledge.learn(quote, Instant.now());
            also.accept(quote);
        }
    }

    private static void append(ByteArrayOutputStream body, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        body.writeBytes(copy);
    }

    private static String text(byte[] body, boolean zipped) {
        if (!zipped) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
