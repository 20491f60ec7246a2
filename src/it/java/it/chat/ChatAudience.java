package it.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.soak.Answer;
import it.soak.Member;
import it.soak.Swarm;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// Many readers of one room and of all quotes, on one thread, and how long after it was sent each of them gets a
/// message.
///
/// The text of a message ends with its number; the room must be new. Each reader has to get every message once, in
/// order.
final class ChatAudience implements AutoCloseable {

    private static final String HEADERS = "Accept: text/event-stream\r\n";

    /// Counts tenths of milliseconds up to ten seconds.
    private static final int SLOTS = 100_000;

    private static final double NANOS_A_SLOT = 1e5;
    private static final double SLOTS_A_MILLI = 10;

    private final Swarm swarm = new Swarm();
    private final AtomicLongArray sent;
    private final AtomicInteger greeted = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final List<Member> members;
    // The swarm's thread fills it; others read it after that has ended.
    private final long[] slots = new long[SLOTS + 1];
    private volatile long first = Long.MAX_VALUE;
    private long latest;

    /// Opens the streams.
    ///
    /// @param most how many messages there will be
    ChatAudience(URI server, String room, int readers, int most) {
        sent = new AtomicLongArray(most);
        URI stream = server.resolve("api/stream?topic=quote,chat&room=" + room);
        members = IntStream.range(0, readers).mapToObj(_ -> join(stream)).toList();
        await().until(() -> greeted.get() == readers);
    }

    private Member join(URI stream) {
        var scanner = new MessageScanner(greeted::incrementAndGet, this::arrived);
        Member member = Member.connect(stream, HEADERS, new Answer(scanner::take, _ -> {})::take);
        member.ask();
        swarm.join(member);
        return member;
    }

    /// Call it just before a message is sent.
    void sending(long number) {
        sent.set((int) number, System.nanoTime());
    }

    private void arrived(int number) {
        if (number >= first) {
            long nanos = System.nanoTime() - sent.get(number);
            slots[(int) Math.min(SLOTS, nanos / NANOS_A_SLOT)]++;
            latest = Math.max(latest, nanos);
        }
        received.incrementAndGet();
    }

    /// Counts from this message on.
    void countFrom(long number) {
        first = number;
    }

    /// Waits until every reader has so many messages, and ends.
    void awaitAll(long messages) {
        await().until(() ->
                received.get() == messages * members.size() || !swarm.faults().isEmpty());
        assertThat(members).noneMatch(Member::ended);
        close();
        assertThat(swarm.faults()).isEmpty();
        assertThat(received).hasValue(messages * members.size());
    }

    /// In milliseconds. Call it after the end.
    double p99() {
        return percentile(0.99);
    }

    private double percentile(double part) {
        long wanted = Math.round(
                IntStream.range(0, slots.length).mapToLong(i -> slots[i]).sum() * part);
        long below = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            below += slots[slot];
            if (below >= wanted) {
                return (slot + 1) / SLOTS_A_MILLI;
            }
        }
        return SLOTS / SLOTS_A_MILLI;
    }

    /// Call it after the end.
    String inWords() {
        return String.format(
                Locale.ROOT,
                "from send to each of %s readers p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms",
                members.size(),
                percentile(0.5),
                percentile(0.99),
                percentile(0.999),
                latest / 1e6);
    }

    @Override
    public void close() {
        swarm.close();
    }
}
