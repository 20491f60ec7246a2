package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.testing.Recording;

/// Many clients that keep up are served by few threads.
class DispatcherTest {

    @AutoClose
    private final Clients clients = new Clients();

    @Test
    void everybodyGetsEveryChangeInOrder() {
        List<Recording> readers = clients.readers(600);

        for (int i = 0; i < 20; i++) {
            String last = clients.publish();
            readers.getFirst().await(last);
        }

        String all = String.join(
                " ", IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        await().until(() -> readers.stream().allMatch(reader -> values(reader).equals(all)));
    }

    @Test
    void hundredsThatKeepUpShareAFewThreads() {
        List<Recording> readers = clients.readers(600);
        String news = clients.publish();
        Clients.awaitAll(readers, news);

        assertThat(clients.sleepers()).isEqualTo(3);
    }

    @Test
    void threadsEndWithTheirLastClient() {
        List<Subscriber> subscribers =
                Stream.generate(() -> clients.greet(new Recording())).limit(10).toList();
        await().until(() -> clients.sleepers() == 1);

        subscribers.forEach(subscriber -> subscriber.end(GoodbyeReason.ROTATION));
        clients.wakeAll();

        await().until(() -> clients.sleepers() == 0);
        clients.greet().await("hello");
        await().until(() -> clients.sleepers() == 1);
    }

    @Test
    void failureOfOneDoesNotTouchTheOthers() {
        Subscriber broken = clients.greet(new Broken());
        Recording reader = clients.greet();
        reader.await("hello");

        reader.await(clients.publish());

        await().until(broken::gone);
        reader.await(clients.publish());
    }

    @Test
    void executorGoingDownIsAShutdown() {
        Recording reader = clients.greet();
        reader.await("hello");
        await().until(() -> clients.sleepers() == 1);

        clients.threads.shutdownNow();

        reader.await("\"reason\":\"shutdown\"");
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
