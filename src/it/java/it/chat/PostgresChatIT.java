package it.chat;

import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import it.store.PostgresServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The chat in PostgreSQL, which two servers share.
class PostgresChatIT extends ChatOnServer {

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(settings(postgres.settings()));
    }

    @Override
    LibertyServer server() {
        return server;
    }

    @Test
    void messagesOfTwoServersComeInOneOrderOnBoth() {
        try (var other = LibertyServer.start(settings(postgres.settings()))) {
            Talker ann = talker();
            Talker there = new Talker(talker().member().at(other.uri()));
            try (EventStream one = EventStream.open(server.uri("api/stream?topic=chat&room=META"));
                    EventStream two = EventStream.open(other.uri("api/stream?topic=chat&room=META"))) {
                one.next("hello");
                two.next("hello");
                String id = newId();
                assertThat(there.send("META", id, "one").statusCode()).isEqualTo(201);
                assertThat(new Talker(there.member().at(server.uri()))
                                .send("META", id, "one")
                                .statusCode())
                        .isEqualTo(200);
                ann.say("META", "two");
                there.say("META", "three");

                List<JsonObject> first =
                        Stream.generate(() -> one.next("chat").json()).limit(3).toList();
                List<JsonObject> second =
                        Stream.generate(() -> two.next("chat").json()).limit(3).toList();

                assertThat(first).isEqualTo(second);
                assertThat(first)
                        .extracting(message -> message.getString("text"))
                        .containsExactly("one", "two", "three");
            }
        }
    }
}
