package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.testing.Recording;

/// No client waits for another that takes its bytes slowly, or not at all.
class SlowClientsTest {

    @AutoClose
    private final Clients clients = new Clients();

    @Test
    void clientThatDoesNotReadHoldsUpNobody() {
        var dam = new Dam();
        clients.greet(dam);
        List<Recording> readers = clients.readers(50);
        dam.passed.await("hello");
        dam.shut();

        String first = clients.publish();
        await().until(dam::holdsUp);
        clients.passTime(() -> readers.stream().allMatch(reader -> reader.text().contains(first)));
        String second = clients.publish();

        Clients.awaitAll(readers, second);
        assertThat(dam.passed.text()).doesNotContain(first);
        dam.open();
        dam.passed.await(second);
    }

    @Test
    void manyThatDoNotReadHoldUpNobody() {
        List<Dam> dams = Stream.generate(Dam::new).limit(40).toList();
        List<Recording> readers = dams.stream()
                .map(dam -> {
                    clients.greet(dam);
                    return clients.greet();
                })
                .toList();
        Clients.awaitAll(dams.stream().map(dam -> dam.passed).toList(), "hello");
        dams.forEach(Dam::shut);

        String news = clients.publish();
        clients.passTime(() -> readers.stream().allMatch(reader -> reader.text().contains(news)));

        await().until(() -> dams.stream().allMatch(Dam::holdsUp));
        dams.forEach(Dam::open);
        Clients.awaitAll(dams.stream().map(dam -> dam.passed).toList(), news);
    }

    @Test
    void manyThatAreALittleSlowHoldUpNobody() {
        List<Recording> readers = clients.readers(50);
        List<Dawdler> dawdlers =
                Stream.generate(() -> new Dawdler(clients.time)).limit(50).toList();
        dawdlers.forEach(clients::greet);
        Clients.awaitAll(dawdlers.stream().map(dawdler -> dawdler.passed).toList(), "hello");
        await().until(() -> clients.sleepers() == 1);
        dawdlers.forEach(Dawdler::dawdle);

        String first = clients.publish();
        Clients.awaitAll(readers, first);

        // Those who took the first 50 ms stay together.
        await().until(() -> clients.sleepers() > 40);
        String second = clients.publish();
        Clients.awaitAll(dawdlers.stream().map(dawdler -> dawdler.passed).toList(), second);
    }

    @Test
    void clientThatHasKeptUpForAWhileJoinsTheOthersAgain() {
        var dam = new Dam();
        clients.greet(dam);
        Recording reader = clients.greet();
        dam.passed.await("hello");
        reader.await("hello");
        dam.shut();
        clients.publish();
        await().until(dam::holdsUp);
        String second = clients.publish();
        clients.passTime(() -> reader.text().contains(second));
        dam.open();
        dam.passed.await(second);
        await().until(() -> clients.sleepers() > 1);

        clients.time.pass(Duration.ofSeconds(11));
        dam.passed.await(clients.publish());
        clients.time.pass(Duration.ofSeconds(11));
        dam.passed.await(clients.publish());

        await().until(() -> clients.sleepers() == 1);
        dam.passed.await(clients.publish());
    }
}
