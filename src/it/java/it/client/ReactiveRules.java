package it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import tickertape.client.Tickertape;
import tickertape.client.WhenFull;
import tickertape.wire.Quote;

/// The rules of Reactive Streams for publishers, put to [Tickertape#quotes] before a market that never pauses.
public class ReactiveRules extends FlowPublisherVerification<Quote> {

    // Only what never comes takes so long: a busy machine must not fail a test.
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long SILENCE_MILLIS = 100;
    private static final long POLL_MILLIS = 10;

    private final ScriptedStream server;

    public ReactiveRules() {
        super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS, POLL_MILLIS));
        try {
            server = new ScriptedStream(visitor -> {
                visitor.say(SseFrames.hello("snapshot"));
                for (int seq = 1; ; seq++) {
                    visitor.say(SseFrames.quote("AAPL", seq));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterClass
    public void close() {
        server.close();
    }

    @Override
    public Flow.Publisher<Quote> createFlowPublisher(long elements) {
        return Tickertape.at(server.uri()).buffer(16, WhenFull.HOLD_BACK).quotes();
    }

    // There is none that fails at once: a server that is down is waited for.
    @Override
    public Flow.@Nullable Publisher<Quote> createFailedFlowPublisher() {
        return null;
    }

    @Override
    public long maxElementsFromPublisher() {
        return publisherUnableToSignalOnComplete();
    }
}
