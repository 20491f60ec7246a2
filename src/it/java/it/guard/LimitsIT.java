package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Measures;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A stream above the limit gets a goodbye that makes browsers reconnect later.
class LimitsIT {

    private static final URI STREAM = GuardedServer.uri("api/stream?symbol=AAPL");

    private final List<EventStream> opened = new ArrayList<>();

    @AfterEach
    void leave() {
        opened.forEach(EventStream::close);
        await().until(() -> GuardedServer.subscribers() == 0);
    }

    @Test
    void refusedStreamIsAskedToComeBackAndEnds() {
        fill();
        String position = opened.getFirst().next("quote").id().orElseThrow();

        EventStream refused = open("127.0.0.9");
        List<Event> events = refused.rest();

        assertThat(refused.connection().status()).isEqualTo(200);
        assertThat(refused.connection().header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(refused.connection().header("Cache-Control")).hasValue("no-store, no-transform");
        assertThat(events).extracting(Event::name).containsExactly("goodbye");
        Event goodbye = events.getFirst();
        assertThat(goodbye.json().getString("reason")).isEqualTo("limit");
        assertThat(goodbye.retry()).hasValue(goodbye.json().getInt("retry"));
        assertThat(goodbye.id()).as("where it stopped before stays as it was").isEmpty();
        assertThat(EventStream.from("127.0.0.9", STREAM, "Last-Event-ID", position)
                        .rest()
                        .getFirst()
                        .id())
                .as("said again, because some clients know only the id of the last event")
                .hasValue(position);
        assertThat(refused.end()).hasValue(EventStream.End.CLEAN);
        assertThat(GuardedServer.subscribers()).isEqualTo(GuardedServer.STREAMS);
    }

    @Test
    void refusedStreamsAreAskedToComeBackAtDifferentTimes() {
        fill();

        List<Integer> retries = IntStream.range(0, 20)
                .mapToObj(i -> open("127.0.0.9").rest().getFirst().json().getInt("retry"))
                .toList();

        assertThat(retries).allSatisfy(retry -> assertThat(retry).isBetween(1000, 3000));
        assertThat(retries.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void oneAddressTakesNoMoreThanItsShare() {
        for (int i = 0; i < GuardedServer.STREAMS_AN_ADDRESS; i++) {
            assertThat(open("127.0.0.2").next().name()).isEqualTo("hello");
        }

        assertThat(open("127.0.0.2").next().json().getString("reason", "none")).isEqualTo("limit");
        assertThat(open("127.0.0.3").next().name()).isEqualTo("hello");
    }

    @Test
    void refusalsAreCountedByTheirReason() {
        long full = refusals("limit");
        long greedy = refusals("address_limit");
        for (int i = 0; i < GuardedServer.STREAMS_AN_ADDRESS; i++) {
            open("127.0.0.2").next("hello");
        }
        open("127.0.0.2").next("goodbye");
        open("127.0.0.2").next("goodbye");
        open("127.0.0.3").next("hello");
        open("127.0.0.4").next("hello");
        for (int i = 0; i < 7; i++) {
            open("127.0.0.9").next("goodbye");
        }

        await().until(() -> refusals("limit") == full + 7);
        assertThat(refusals("address_limit")).isEqualTo(greedy + 2);
        await().until(() -> GuardedServer.log().contains("Streams refused: "));
    }

    private static long refusals(String reason) {
        return Measures.of(GuardedServer.uri("")).count("tickertape_stream_refusals_total", "reason", reason);
    }

    @Test
    void placeOfWhoLeavesIsGivenToTheNext() {
        fill();
        assertThat(open("127.0.0.9").next().name()).isEqualTo("goodbye");

        opened.getFirst().close();

        await().until(() -> open("127.0.0.9").next().name().equals("hello"));
        assertThat(open("127.0.0.8").next().name())
                .as("only one place was free")
                .isEqualTo("goodbye");
    }

    @Test
    void fiftyAtOnceAreNotMoreThanTheLimit() throws Exception {
        var counts = new ArrayList<Integer>();
        List<Future<EventStream>> opening = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 50; i++) {
                String address = "127.0.1." + i;
                opening.add(threads.submit(() -> EventStream.from(address, STREAM)));
            }
            do {
                counts.add(GuardedServer.subscribers());
            } while (!opening.stream().allMatch(Future::isDone));
        }
        for (Future<EventStream> stream : opening) {
            opened.add(stream.get());
        }

        List<String> first = opened.stream().map(stream -> stream.next().name()).toList();
        assertThat(first.stream().filter("hello"::equals)).hasSize(GuardedServer.STREAMS);
        assertThat(first.stream().filter("goodbye"::equals)).hasSize(50 - GuardedServer.STREAMS);
        assertThat(counts).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(GuardedServer.STREAMS));
    }

    private void fill() {
        for (int i = 0; i < GuardedServer.STREAMS; i++) {
            String address = "127.0.0." + (20 + i);
            assertThat(open(address).next().name()).isEqualTo("hello");
        }
    }

    private EventStream open(String address) {
        EventStream stream = EventStream.from(address, STREAM);
        opened.add(stream);
        return stream;
    }
}
