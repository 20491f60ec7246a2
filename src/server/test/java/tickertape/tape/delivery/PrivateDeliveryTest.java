package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.metrics.StreamCounter;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// A private message is written to its owner's subscribers, and costs the others nothing.
class PrivateDeliveryTest {

    @AutoClose
    private final Clients clients = new Clients();

    @Test
    void privateMessageIsWrittenToEverySubscriberOfItsOwnerAndToNobodyElse() {
        List<Recording> anns = Stream.generate(() -> reader("ann")).limit(2).toList();
        Recording bob = reader("bob");
        Recording anybody = clients.greet();
        Clients.awaitAll(List.of(anns.get(0), anns.get(1), bob, anybody), "hello");
        awaitFrames(4);

        publish("ann", "buy");

        Clients.awaitAll(anns, "event: order\ndata: buy\n");
        awaitFrames(6);
        assertThat(bob.text()).doesNotContain("order");
        assertThat(anybody.text()).doesNotContain("event: order");
    }

    @Test
    void messagesForAllFollowInOrder() {
        Recording ann = reader("ann");
        ann.await("hello");

        publish("ann", "buy");
        ann.await("data: buy");
        String quote = clients.publish();
        ann.await(quote);

        assertThat(ann.text())
                .containsPattern("event: order\ndata: .*\nid: e0-0\\.1\n")
                .containsPattern("event: quote\ndata: .*\nid: e0-1\n");
    }

    @Test
    void privateMessageReachesAClientThatHasAThreadOfItsOwn() {
        var dam = new Dam();
        clients.greet(Streams.subscriber(cursor("ann"), Streams.policy(clients.time, Duration.ZERO), 0, dam, () -> {}));
        Recording other = clients.greet();
        dam.passed.await("hello");
        other.await("hello");
        dam.shut();
        clients.publish();
        await().until(dam::holdsUp);
        String second = clients.publish();
        clients.passTime(() -> other.text().contains(second));
        dam.open();
        dam.passed.await(second);

        publish("ann", "buy");

        dam.passed.await("data: buy");
    }

    @Test
    void ownerWithoutSubscribersIsForgottenByTheRegistry() {
        Subscriber subscriber = Streams.subscriber(
                cursor("ann"), Streams.policy(clients.time, Duration.ZERO), 0, new Recording(), () -> {});
        clients.registry.add(subscriber);
        assertThat(clients.registry.size()).isOne();

        clients.registry.remove(subscriber);
        publish("ann", "buy");

        assertThat(clients.registry.size()).isZero();
    }

    private Recording reader(String caller) {
        var out = new Recording();
        clients.greet(
                Streams.subscriber(cursor(caller), Streams.policy(clients.time, Duration.ZERO), 0, out, () -> {}));
        return out;
    }

    private Cursor cursor(String caller) {
        return new Cursor(
                clients.tape,
                new Filter(clients.tape.topics(), Map.of()),
                Optional.empty(),
                new ConflationPolicy(5, Duration.ofSeconds(1)),
                Optional.of(caller));
    }

    private void publish(String owner, String json) {
        clients.tape.append(List.of(Tapes.order(owner, json)));
        clients.registry.wake(List.of(owner));
    }

    private void awaitFrames(long number) {
        await().untilAsserted(() ->
                assertThat(clients.counters.total(StreamCounter.FRAMES)).isEqualTo(number));
    }
}
