package it.chat;

import static it.chat.Talker.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Http;
import it.LibertyServer;
import it.SharedServers;
import it.identity.Member;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is in a room, and who is writing there. Each test has a room of its own.
class ChatPresenceIT {

    private static final int CROWD = 53;
    private static final int NAMES = 50;

    // Heartbeats notice who has gone.
    private static final LibertyServer SERVER =
            SharedServers.with(ChatOnServer.settings(Map.of("STREAM_HEARTBEAT", "PT1S")));

    private static Talker talker() {
        return new Talker(Member.signUp(SERVER.uri(), Member.name()));
    }

    private static String name(Talker talker) {
        return talker.member().session().getString("name");
    }

    private static EventStream watching(String room) {
        EventStream stream = EventStream.open(SERVER.uri("api/stream?topic=presence&room=" + room));
        stream.next("hello");
        return stream;
    }

    private static EventStream inside(Talker talker, String room) {
        EventStream stream = EventStream.open(
                SERVER.uri("api/stream?topic=chat&room=" + room),
                talker.member().credential());
        stream.next("hello");
        return stream;
    }

    /// What is told next that is like this; all before it keeps to its schema, too.
    private static JsonObject until(EventStream watching, Predicate<JsonObject> wanted) {
        Event event;
        do {
            event = watching.next("presence");
            assertThat(SCHEMAS.faults("presence", event.data())).isEmpty();
        } while (!wanted.test(event.json()));
        return event.json();
    }

    private static List<String> strings(JsonObject presence, String property) {
        return presence.getJsonArray(property).getValuesAs(JsonString::getString);
    }

    private static Predicate<JsonObject> isWriting(String... names) {
        return presence -> strings(presence, "typing").equals(List.of(names));
    }

    @Test
    void whoComesIsThereOnceInHoweverManyTabsUntilTheLastIsClosed() {
        Talker ann = talker();
        try (EventStream watching = watching("GOOGL");
                EventStream stranger = EventStream.open(SERVER.uri("api/stream?topic=chat&room=GOOGL"))) {
            stranger.next("hello");
            try (EventStream tab = inside(ann, "GOOGL")) {
                try (EventStream other = inside(ann, "GOOGL")) {
                    JsonObject both = until(watching, presence -> presence.getInt("count") == 2);
                    assertThat(strings(both, "names")).containsExactly(name(ann));
                    assertThat(other.end()).isEmpty();
                }
                assertThat(tab.end()).isEmpty();
                // Somebody else comes: the closed tab has changed nothing.
                try (EventStream ben = inside(talker(), "GOOGL")) {
                    JsonObject three = until(watching, presence -> presence.getInt("count") == 3);
                    assertThat(strings(three, "names")).hasSize(2).contains(name(ann));
                    assertThat(ben.end()).isEmpty();
                }
                until(watching, presence -> presence.getInt("count") == 2);
            }
            JsonObject left = until(watching, presence -> presence.getInt("count") == 1);
            assertThat(strings(left, "names")).isEmpty();
        }
    }

    @Test
    void crowdIsCountedAndFiftyOfItAreNamed() {
        var streams = new ArrayList<EventStream>();
        try (EventStream watching = watching("META")) {
            for (int i = 0; i < CROWD; i++) {
                streams.add(inside(ChatOnServer.service(SERVER, "crowd-" + (100 + i)), "META"));
            }

            JsonObject all = until(watching, presence -> presence.getInt("count") == CROWD);

            assertThat(strings(all, "names")).hasSize(NAMES).isSorted().startsWith("crowd-100");
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void whoIsWritingIsToldUntilItEndsAndNobodyIsToldLater() {
        Talker ann = talker();
        Talker ben = talker();
        try (EventStream watching = watching("AMZN")) {
            type(ann, "AMZN", "PUT");
            JsonObject first = until(watching, isWriting(name(ann)));
            assertThat(first.getInt("count")).isZero();
            type(ben, "AMZN", "PUT");
            until(watching, isWriting(name(ann), name(ben)));
            type(ben, "AMZN", "DELETE");
            until(watching, isWriting(name(ann)));
            ann.say("AMZN", "that was it");
            until(watching, isWriting());

            // Who says nothing more has stopped.
            type(ann, "AMZN", "PUT");
            String from = watching.next("presence").id().orElseThrow();
            until(watching, isWriting());

            try (EventStream resumed =
                    EventStream.open(SERVER.uri("api/stream?topic=presence,quote&room=AMZN"), "Last-Event-ID", from)) {
                resumed.next("hello");
                resumed.next("quote");
                assertThat(resumed.soFar())
                        .filteredOn(event -> event.is("presence"))
                        .extracting(Event::json)
                        .allMatch(isWriting());
            }
            assertThat(Http.get(SERVER.uri("api/chat/AMZN")).body()).doesNotContain("typing");
        }
    }

    private static void type(Talker talker, String room, String method) {
        assertThat(talker.member()
                        .send(method, "api/chat/%s/typing".formatted(room), Optional.empty())
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "presence", "room", "read-mark"})
    void streamOfARoomHasNothingOfOthersAndThereAreNoOtherRooms(String topic) {
        Talker ann = talker();
        String query = "api/stream?topic=%s&room=".formatted(topic);
        try (EventStream here = EventStream.open(
                        SERVER.uri(query + "NFLX"), ann.member().credential());
                EventStream there =
                        EventStream.open(SERVER.uri(query + "JPM"), ann.member().credential());
                EventStream inside = inside(ann, "NFLX")) {
            here.next("hello");
            there.next("hello");

            ann.say("NFLX", "here, " + topic);

            assertThat(here.next(topic).json().getString("room")).isEqualTo("NFLX");
            ann.say("JPM", "there, " + topic);
            assertThat(inside.end()).isEmpty();
            if (!topic.equals("presence")) {
                assertThat(there.next(topic).json().getString("room")).isEqualTo("JPM");
            }
            assertThat(here.soFar())
                    .filteredOn(event -> event.is(topic))
                    .allMatch(event -> event.json().getString("room").equals("NFLX"));
        }
        assertThat(Http.get(SERVER.uri(query + "NOPE"), ann.member().credential())
                        .statusCode())
                .isEqualTo(400);
    }
}
