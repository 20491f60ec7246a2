package tickertape.client;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Publishes what a stream brings, with a stream of its own for each subscriber.
///
/// @param pick what is published of a message; null for one that is not
/// @param others where messages go that are not published
record StreamPublisher<T>(
        StreamOptions options, Function<StreamMessage, @Nullable T> pick, Consumer<StreamMessage> others)
        implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        var subscription = new StreamSubscription<T>(this, subscriber);
        subscriber.onSubscribe(subscription);
        subscription.begin();
    }
}
