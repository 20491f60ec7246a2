package it.chat;

import static it.chat.Talker.FLOOR;
import static it.chat.Talker.SCHEMAS;
import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Issuer;
import it.LibertyServer;
import it.Race;
import it.identity.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What people do in the rooms, on a server.
abstract class ChatOnServer {

    static final Issuer ISSUER = Issuer.start();

    static Map<String, String> settings(Map<String, String> more) {
        var settings = new TreeMap<>(more);
        settings.put("REST_WRITES_PER_MINUTE", "100000");
        settings.put("IDENTITY_JWT_ISSUER", ISSUER.id());
        settings.put("IDENTITY_JWT_AUDIENCE", Issuer.AUDIENCE);
        settings.put("COMMENTARY_ENABLED", "false");
        return settings;
    }

    abstract LibertyServer server();

    Talker talker() {
        return new Talker(Member.signUp(server().uri(), Member.name()));
    }

    static Talker moderator(LibertyServer server) {
        JsonObject claims = ISSUER.claims("moderator", "read trade")
                .add("roles", Json.createArrayBuilder().add("moderator"))
                .build();
        return new Talker(Member.robot(server.uri(), ISSUER.key().sign(claims)));
    }

    /// A service that the company's issuer calls so.
    static Talker service(LibertyServer server, String name) {
        return new Talker(Member.robot(server.uri(), ISSUER.token(name, "read trade")));
    }

    @Test
    void messageReachesEverybodyInItsRoom() {
        Talker ann = talker();
        try (EventStream stream = EventStream.open(server().uri("api/stream?topic=chat&room=floor"));
                EventStream other = EventStream.open(server().uri("api/stream?topic=chat&room=AAPL"))) {
            stream.next("hello");
            other.next("hello");

            JsonObject said = ann.say(FLOOR, "look at $AAPL");

            Event event = stream.next("chat");
            assertThat(event.json()).isEqualTo(said);
            assertThat(SCHEMAS.faults("chat", event.data())).isEmpty();
            assertThat(said.getJsonObject("author").getString("name"))
                    .isEqualTo(ann.member().session().getString("name"));
            JsonObject here = ann.say("AAPL", "and here");
            assertThat(other.next("chat").json()).isEqualTo(here);
            assertThat(stream.soFar()).noneMatch(next -> next.is("chat"));
        }
    }

    @Test
    void messageThatIsSentFiftyTimesAtOnceIsOne() {
        Talker ann = talker();
        String id = newId();

        List<Integer> statuses =
                Race.of(50, _ -> () -> ann.send(FLOOR, id, "once").statusCode());

        assertThat(statuses)
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(ann.messages("floor?limit=200"))
                .filteredOn(message -> message.getString("id").equals(id))
                .hasSize(1);
        assertThat(ann.send(FLOOR, id, "another").statusCode()).isEqualTo(409);
    }

    @Test
    void whoReadsAPageAndGoesOnByTheStreamMissesNothingAndGetsNothingTwice() {
        List<Talker> talkers = Stream.generate(this::talker).limit(3).toList();
        talkers.forEach(each -> each.say("MSFT", "before"));
        JsonObject page = talkers.getFirst().page("MSFT");
        List<JsonObject> after =
                talkers.stream().map(each -> each.say("MSFT", "after")).toList();
        String from = page.getString("position");

        try (EventStream stream = resumed(from)) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            List<Event> events = List.of(stream.next("chat"), stream.next("chat"), stream.next("chat"));
            assertThat(events).extracting(Event::json).isEqualTo(after);
            from = events.getFirst().id().orElseThrow();
        }
        // As after a cut.
        try (EventStream stream = resumed(from)) {
            assertThat(List.of(stream.next("chat").json(), stream.next("chat").json()))
                    .isEqualTo(after.subList(1, 3));
        }
    }

    private EventStream resumed(String from) {
        return EventStream.open(server().uri("api/stream?topic=chat&room=MSFT"), "Last-Event-ID", from);
    }

    @Test
    void messageIsChangedAndDeletedByItsAuthorAndNobodyElse() {
        Talker ann = talker();
        Talker ben = talker();
        assertThat(ann.page("NVDA")).as("before it has written").doesNotContainKey("own");
        JsonObject said = ann.say("NVDA", "helo");

        assertThat(ann.page("NVDA").getString("own"))
                .isEqualTo(said.getJsonObject("author").getString("id"));
        assertThat(ben.page("NVDA")).doesNotContainKey("own");
        assertThat(ben.change(said, "mine").statusCode()).isEqualTo(403);
        assertThat(ben.delete(said).statusCode()).isEqualTo(403);
        HttpResponse<String> changed = ann.change(said, "hello");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(SCHEMAS.faults("chat", changed.body())).isEmpty();
        assertThat(ben.messages("NVDA")).contains(Member.json(changed));
        assertThat(ann.delete(said).statusCode()).isEqualTo(204);

        JsonObject left = ben.messages("NVDA").getLast();
        assertThat(left.getString("deleted")).isEqualTo("author");
        assertThat(left).doesNotContainKeys("text", "mentions");
        assertThat(ann.change(said, "back").statusCode()).isEqualTo(404);
        assertThat(ann.delete(said).statusCode()).as("once more").isEqualTo(204);
        assertThat(ben.delete(said).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsNamedIsToldAndNobodyElse() {
        Talker ann = talker();
        Talker ben = talker();
        String name = ben.member().session().getString("name");
        try (EventStream stream = ben.member().stream("topic=mention,read-mark");
                EventStream others = ann.member().stream("topic=mention")) {
            stream.next("hello");
            others.next("hello");

            JsonObject said = ann.say("TSLA", "what do you say, @%s?".formatted(name.toUpperCase(Locale.ROOT)));

            assertThat(said.getJsonArray("mentions").getString(0)).isEqualTo(name);
            Event event = stream.next("mention");
            assertThat(SCHEMAS.faults("mention", event.data())).isEmpty();
            assertThat(event.json().getJsonObject("message")).isEqualTo(said);
            assertThat(ben.list("api/chat/mentions", "mention")).containsExactly(event.json());
            assertThat(ben.list("api/chat/rooms", "room-state"))
                    .filteredOn(room -> room.getString("room").equals("TSLA"))
                    .first()
                    .satisfies(room -> assertThat(room.getInt("mentions")).isEqualTo(1));
            assertThat(ben.read("TSLA", said.getInt("seq")).statusCode()).isEqualTo(204);
            Event mark = stream.next("read-mark");
            assertThat(SCHEMAS.faults("read-mark", mark.data())).isEmpty();
            assertThat(mark.json().getInt("seq")).isEqualTo(said.getInt("seq"));
            assertThat(ann.delete(said).statusCode()).isEqualTo(204);
            Event end = stream.next("mention");
            assertThat(SCHEMAS.faults("mention", end.data())).isEmpty();
            assertThat(end.json().getInt("number")).isEqualTo(event.json().getInt("number"));
            assertThat(end.json().getBoolean("withdrawn")).isTrue();
            assertThat(end.json().getJsonObject("message").getString("deleted")).isEqualTo("author");
            assertThat(ben.list("api/chat/mentions", "mention")).isEmpty();
            assertThat(ann.list("api/chat/mentions", "mention")).isEmpty();
            assertThat(others.soFar()).noneMatch(next -> next.is("mention"));
        }
    }

    @Test
    void moderatorDeletesAndMutesAndTheAuthorIsToldUntilWhen() {
        Talker ann = talker();
        Talker moderator = moderator(server());
        JsonObject said = ann.say(FLOOR, "rude");
        String author = said.getJsonObject("author").getString("id");
        var mute = Json.createObjectBuilder()
                .add("duration", "PT2S")
                .add("reason", "be kind")
                .build();

        assertThat(ann.member().put("api/chat/muted/" + author, mute).statusCode())
                .isEqualTo(403);
        assertThat(moderator.delete(said).statusCode()).isEqualTo(204);
        assertThat(moderator.member().put("api/chat/muted/" + author, mute).statusCode())
                .isEqualTo(204);

        assertThat(moderator.list("api/chat/muted", "muted-author"))
                .extracting(muted -> muted.getJsonObject("author").getString("id"))
                .contains(author);
        HttpResponse<String> refused = ann.send(FLOOR, newId(), "ruder");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Member.json(refused).getString("detail")).contains("you are muted until ", "be kind");
        assertThat(ann.messages("floor?limit=200"))
                .filteredOn(message -> message.getInt("seq") == said.getInt("seq"))
                .extracting(message -> message.getString("deleted"))
                .containsExactly("moderator");
        String id = newId();
        await().until(() -> ann.send(FLOOR, id, "sorry").statusCode() == 201);
    }

    @Test
    void accountThatIsGoneLeavesNoName() {
        Talker ann = talker();
        JsonObject said = ann.say("AMZN", "bye");

        assertThat(ann.member().delete("api/account").statusCode()).isEqualTo(204);

        JsonObject left = talker().messages("AMZN").getLast();
        assertThat(left.getString("text")).isEqualTo("bye");
        assertThat(left.getJsonObject("author").getString("id"))
                .isEqualTo(said.getJsonObject("author").getString("id"));
        assertThat(left.getJsonObject("author")).doesNotContainKey("name");
    }
}
