package it.chat;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Instruments;
import it.identity.DelayedServer;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People talk of prices, so who sees prices late reads that late, too.
class ChatDelayIT {

    private static final Duration DELAY = Duration.ofSeconds(8);

    private static DelayedServer server;

    @BeforeAll
    static void start() {
        server = DelayedServer.start(DELAY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonObject body(String id) {
        return Instruments.object("{\"id\":\"%s\",\"text\":\"it is at 7\"}".formatted(id));
    }

    @Test
    void whoSeesPricesLateReadsLateAndDoesNotWrite() {
        Member early = server.robot("realtime");
        Member late = server.robot("late", "read trade");
        try (EventStream stream =
                        EventStream.open(server.root().resolve("api/stream?topic=chat&room=floor"), late.credential());
                EventStream now = EventStream.open(
                        server.root().resolve("api/stream?topic=chat&room=floor"), early.credential())) {
            stream.next("hello");
            now.next("hello");

            HttpResponse<String> refused = late.post("api/chat/floor", body("delay-late"));
            HttpResponse<String> sent = early.post("api/chat/floor", body("delay-early"));
            long begin = System.nanoTime();

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(Member.json(refused).getString("detail")).contains("'realtime'");
            assertThat(sent.statusCode()).isEqualTo(201);
            assertThat(now.next("chat").json()).isEqualTo(Member.json(sent));
            assertThat(late.get("api/chat/floor").body()).doesNotContain("it is at 7");
            assertThat(early.get("api/chat/floor").body()).contains("it is at 7");
            // Nor does anything else tell that somebody has just said something.
            int seq = Member.json(sent).getInt("seq");
            HttpResponse<String> read =
                    late.put("api/chat/floor/read", Instruments.object("{\"seq\":%s}".formatted(seq)));
            assertThat(read.statusCode()).isEqualTo(400);
            assertThat(Member.json(read).getString("detail")).contains("is %s, not %s".formatted(seq - 1, seq));
            assertThat(late.delete("api/chat/floor/" + seq).statusCode()).isEqualTo(404);
            Event told = stream.next("chat");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(DELAY.minusSeconds(1));
            assertThat(told.json()).isEqualTo(Member.json(sent));
            HttpResponse<String> page = late.get("api/chat/floor");
            assertThat(page.body()).contains("it is at 7");
            assertThat(page.headers().firstValue("Delayed")).contains(DELAY.toString());
        }
    }
}
