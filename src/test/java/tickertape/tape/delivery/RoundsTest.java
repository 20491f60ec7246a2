package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.tape.wire.Ending;
import tickertape.testing.Recording;

/// Many clients are served by few threads, and none of them waits for another.
class RoundsTest {

    @AutoClose
    private final Clients clients = new Clients();

    @Test
    void everybodyGetsEveryChangeInOrder() {
        List<Recording> readers = readers(600);

        for (int i = 0; i < 20; i++) {
            String last = clients.publish();
            readers.getFirst().await(last);
        }

        String all = String.join(
                " ", IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        await().until(() -> readers.stream().allMatch(reader -> values(reader).equals(all)));
    }

    @Test
    void hundredsWhoKeepUpShareAFewThreads() {
        List<Recording> readers = readers(600);
        String news = clients.publish();
        awaitAll(readers, news);

        assertThat(clients.sleepers()).isEqualTo(3);
    }

    @Test
    void clientThatDoesNotReadHoldsUpNobody() {
        var dam = new Dam();
        clients.welcome(dam);
        List<Recording> readers = readers(50);
        dam.passed.await("hello");
        dam.shut();

        String first = clients.publish();
        await().until(dam::holdsUp);
        relieve(() -> readers.stream().allMatch(reader -> reader.text().contains(first)));
        String second = clients.publish();

        awaitAll(readers, second);
        assertThat(dam.passed.text()).doesNotContain(first);
        dam.open();
        dam.passed.await(second);
    }

    @Test
    void manyWhoDoNotReadHoldUpNobody() {
        List<Dam> dams = Stream.generate(Dam::new).limit(40).toList();
        List<Recording> readers = dams.stream()
                .map(dam -> {
                    clients.welcome(dam);
                    return clients.welcome();
                })
                .toList();
        awaitAll(dams.stream().map(dam -> dam.passed).toList(), "hello");
        dams.forEach(Dam::shut);

        String news = clients.publish();
        relieve(() -> readers.stream().allMatch(reader -> reader.text().contains(news)));

        await().until(() -> dams.stream().allMatch(Dam::holdsUp));
        dams.forEach(Dam::open);
        awaitAll(dams.stream().map(dam -> dam.passed).toList(), news);
    }

    @Test
    void manyWhoAreALittleSlowHoldUpNobody() {
        List<Recording> readers = readers(50);
        List<Dawdler> dawdlers =
                Stream.generate(() -> new Dawdler(clients.time)).limit(50).toList();
        dawdlers.forEach(clients::welcome);
        awaitAll(dawdlers.stream().map(dawdler -> dawdler.passed).toList(), "hello");
        await().until(() -> clients.sleepers() == 1);
        dawdlers.forEach(Dawdler::dawdle);

        String first = clients.publish();
        awaitAll(readers, first);

        // Those who took the first 50 ms stay together.
        await().until(() -> clients.sleepers() > 40);
        String second = clients.publish();
        awaitAll(dawdlers.stream().map(dawdler -> dawdler.passed).toList(), second);
    }

    @Test
    void whoHasKeptUpForAWhileJoinsTheOthersAgain() {
        var dam = new Dam();
        clients.welcome(dam);
        Recording reader = clients.welcome();
        dam.passed.await("hello");
        reader.await("hello");
        dam.shut();
        clients.publish();
        await().until(dam::holdsUp);
        String second = clients.publish();
        relieve(() -> reader.text().contains(second));
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

    @Test
    void threadsEndWithTheirLastClient() {
        List<Subscriber> subscribers = Stream.generate(() -> clients.welcome(new Recording()))
                .limit(10)
                .toList();
        await().until(() -> clients.sleepers() == 1);

        subscribers.forEach(subscriber -> subscriber.end(Ending.ROTATION));
        clients.ring();

        await().until(() -> clients.sleepers() == 0);
        clients.welcome().await("hello");
        await().until(() -> clients.sleepers() == 1);
    }

    @Test
    void failureOfOneIsNoMatterOfTheOthers() {
        Subscriber broken = clients.welcome(new Broken());
        Recording reader = clients.welcome();
        reader.await("hello");

        reader.await(clients.publish());

        await().until(broken::gone);
        reader.await(clients.publish());
    }

    @Test
    void executorGoingDownIsAShutdown() {
        Recording reader = clients.welcome();
        reader.await("hello");
        await().until(() -> clients.sleepers() == 1);

        clients.threads.shutdownNow();

        reader.await("\"reason\":\"shutdown\"");
    }

    private List<Recording> readers(int count) {
        List<Recording> readers = Stream.generate(clients::welcome).limit(count).toList();
        awaitAll(readers, "hello");
        return readers;
    }

    private static void awaitAll(List<Recording> readers, String part) {
        await().until(() -> readers.stream().allMatch(reader -> reader.text().contains(part)));
    }

    /// Lets time go by, as the watch counts it, until this holds.
    private void relieve(Callable<Boolean> done) {
        await().until(() -> {
            clients.time.pass(Duration.ofMillis(20));
            return done.call();
        });
    }

    private static String values(Recording reader) {
        return String.join(
                " ",
                Pattern.compile("data: (\\d+)\n")
                        .matcher(reader.text())
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .toList());
    }
}
