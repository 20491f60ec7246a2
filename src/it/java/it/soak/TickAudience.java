package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Instruments;
import it.LibertyServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A thousand streams of quotes, each of twenty symbols, and how long after its tick each of them gets something.
///
/// One more stream has all symbols: of so many quotes, the newest is as old as the tick. Other events than quotes come
/// to
/// the others now and then, and are not told from them.
final class TickAudience implements AutoCloseable {

    private static final int SIZE = 1000;
    private static final int SYMBOLS = 20;

    /// What comes within this time belongs to one tick; in microseconds.
    private static final long BURST = 125_000;

    private final Swarm swarm = new Swarm();
    // The swarm's thread fills both; others read them after it has ended.
    private final List<Long> arrivals = new ArrayList<>();
    private final List<Burst> bursts = new ArrayList<>();
    private final List<Member> members;

    /// Quotes that came together.
    ///
    /// @param newest the time of the newest
    private record Burst(long arrived, long newest) {}

    /// Opens the streams.
    TickAudience(LibertyServer server) {
        List<String> symbols = Instruments.of(server.uri()).symbols();
        Follower.stream(swarm, server.uri("api/stream?topic=quote"), quote -> witness(quote.time()));
        members = IntStream.range(0, SIZE)
                .mapToObj(member -> {
                    String some = String.join(
                            ",",
                            IntStream.range(0, SYMBOLS)
                                    .mapToObj(i -> symbols.get((member * SYMBOLS + i) % symbols.size()))
                                    .toList());
                    return join(server, "api/stream?topic=quote&symbol=" + some);
                })
                .toList();
    }

    private Member join(LibertyServer server, String path) {
        Member member = Member.connect(
                server.uri(path), "Accept: text/event-stream\r\n", _ -> arrivals.add(micros(Instant.now())));
        member.ask();
        swarm.join(member);
        return member;
    }

    private void witness(Instant time) {
        long now = micros(Instant.now());
        Burst last = bursts.isEmpty() ? new Burst(0, 0) : bursts.getLast();
        if (now - last.arrived > BURST) {
            bursts.add(new Burst(now, micros(time)));
        } else {
            bursts.set(bursts.size() - 1, new Burst(last.arrived, Math.max(last.newest, micros(time))));
        }
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /// Lets time pass.
    static Instant listen(Duration time) {
        Instant until = Instant.now().plus(time);
        await().atMost(time.multipliedBy(2)).until(() -> Instant.now().isAfter(until));
        return Instant.now();
    }

    /// Ends the streams.
    @Override
    public void close() {
        assertThat(members).noneMatch(Member::ended);
        swarm.close();
        assertThat(swarm.faults()).isEmpty();
    }

    /// How late what arrived in a span of time was, after its tick.
    ///
    /// @param p50 in milliseconds
    /// @param widest the longest time between two ticks, in milliseconds
    record Lateness(double p50, double p99, long widest, int ticks) {}

    /// Call it after the end.
    Lateness between(Instant from, Instant to) {
        var ticks = new TreeSet<Long>();
        bursts.forEach(burst -> ticks.add(burst.newest));
        List<Long> late = arrivals.stream()
                .filter(arrival -> arrival >= micros(from) && arrival < micros(to))
                .map(arrival -> {
                    Long tick = ticks.floor(arrival);
                    return tick == null ? 0 : arrival - tick;
                })
                .sorted()
                .toList();
        List<Long> within = List.copyOf(ticks.subSet(micros(from), micros(to)));
        long widest = IntStream.range(1, within.size())
                .mapToLong(i -> within.get(i) - within.get(i - 1))
                .max()
                .orElseThrow();
        return new Lateness(at(late, 50), at(late, 99), widest / 1000, within.size());
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e3;
    }
}
