package it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Flow;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import tickertape.client.Tickertape;
import tickertape.client.Topic;
import tickertape.client.WhenFull;
import tickertape.wire.Quote;

/// The rules of Reactive Streams for publishers, applied to the client before a server that never pauses.
public abstract class ReactiveRules<T> extends FlowPublisherVerification<T> {

    // Only what never comes takes so long: a busy machine must not fail a test.
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long SILENCE_MILLIS = 100;
    // The kit (1.0.4) waits for an error only as long as this: it miscounts the rest of its patience after one poll.
    private static final long POLL_MILLIS = 1_000;

    private final ScriptedStream server;

    ReactiveRules(IntFunction<String> frame) {
        super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS, POLL_MILLIS));
        try {
            server = new ScriptedStream(connection -> {
                connection.say(SseFrames.hello("snapshot"));
                for (int number = 1; ; number++) {
                    connection.say(frame.apply(number));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Quotes.
    public static class OfQuotes extends ReactiveRules<Quote> {

        public OfQuotes() {
            super(number -> SseFrames.quote("AAPL", number));
        }

        @Override
        Flow.Publisher<Quote> publisher(Tickertape tape) {
            return tape.quotes();
        }
    }

    /// A topic that the client does not define.
    public static class OfAnOwnTopic extends ReactiveRules<OfAnOwnTopic.Note> {

        /// An event of the topic.
        public record Note(int number) {}

        public OfAnOwnTopic() {
            super(number -> SseFrames.event("note", "{\"number\":%s}".formatted(number)));
        }

        @Override
        Flow.Publisher<Note> publisher(Tickertape tape) {
            return tape.publisher(Topic.every("note", Note.class));
        }
    }

    abstract Flow.Publisher<T> publisher(Tickertape tape);

    @AfterClass
    public void close() {
        server.close();
    }

    @Override
    public Flow.Publisher<T> createFlowPublisher(long elements) {
        return publisher(Tickertape.at(server.uri()).buffer(16, WhenFull.HOLD_BACK));
    }

    // No publisher fails at once: the client waits for a server that is down.
    @Override
    public Flow.@Nullable Publisher<T> createFailedFlowPublisher() {
        return null;
    }

    @Override
    public long maxElementsFromPublisher() {
        return publisherUnableToSignalOnComplete();
    }
}
