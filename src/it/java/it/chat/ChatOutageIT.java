package it.chat;

import static it.chat.Talker.FLOOR;
import static it.chat.Talker.SCHEMAS;
import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.LibertyServer;
import it.identity.Member;
import it.store.DatabaseHealth;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The database goes away while people talk, and comes back.
class ChatOutageIT {

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(ChatOnServer.settings(postgres.settings()));
    }

    @Test
    void nothingIsSaidThatIsNotKeptAndReadingGoesOn() {
        Talker service = ChatOnServer.service(server, "teller");
        Talker ann = new Talker(Member.signUp(server.uri(), Member.name()));
        try (EventStream stream = EventStream.open(server.uri("api/stream?topic=chat,quote&room=floor"))) {
            stream.next("hello");
            JsonObject before = ann.say(FLOOR, "before");
            assertThat(stream.next("chat").json()).isEqualTo(before);
            String from = stream.next("quote").id().orElseThrow();
            postgres.stop();
            await().until(() -> !DatabaseHealth.of(server.uri()).available());

            String again = newId();
            assertAway(service.send(FLOOR, again, "meanwhile"));
            assertAway(service.send(FLOOR, newId(), "never sent again"));
            assertAway(service.change(before, "changed"));
            assertAway(service.delete(before));
            assertAway(service.read(FLOOR, 1));
            assertAway(service.member().get("api/chat/floor"));
            assertAway(ann.send(FLOOR, newId(), "with a session"));
            stream.next("quote");
            assertThat(stream.soFar()).noneMatch(event -> event.is("chat"));
            // Who comes anew reads what lies on the tape.
            try (EventStream other =
                    EventStream.open(server.uri("api/stream?topic=chat,quote&room=floor"), "Last-Event-ID", from)) {
                assertThat(other.next("hello").json().getString("resume")).isEqualTo("resumed");
                other.next("quote");
            }

            postgres.start();
            await().until(() -> service.send(FLOOR, again, "meanwhile").statusCode() == 201);
            JsonObject after = service.say(FLOOR, "after");

            List<JsonObject> told =
                    Stream.generate(() -> stream.next("chat").json()).limit(2).toList();
            assertThat(told).extracting(message -> message.getInt("seq")).containsExactly(2, 3);
            assertThat(told)
                    .extracting(message -> message.getString("id"))
                    .containsExactly(again, after.getString("id"));
            assertThat(ann.messages(FLOOR))
                    .extracting(message -> message.getString("text"))
                    .containsExactly("before", "meanwhile", "after");
        }
    }

    private static void assertAway(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
        assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
    }
}
