package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.EventStream;
import it.Instruments;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Scripted servers speak the language of the real one: what they announce, and what they send.
class ScriptedTopicsBrowserIT {

    @Test
    void scriptedServersAnnounceTopicsAsTheRealOneDoes() {
        JsonArray announced;
        try (var stream = EventStream.open(OrdinaryServer.get().uri().resolve("api/stream"))) {
            announced = stream.next("hello").json().getJsonArray("topics");
        }
        List<String> names = announced.getValuesAs(JsonObject.class).stream()
                .map(topic -> topic.getString("name"))
                .toList();

        for (String scripted : List.of(ScriptedTopics.ALL, ScriptedCommentary.TOPICS)) {
            assertThat(Instruments.array(scripted).getValuesAs(JsonObject.class))
                    .filteredOn(topic -> names.contains(topic.getString("name")))
                    .isNotEmpty()
                    .isSubsetOf(announced.getValuesAs(JsonObject.class));
        }
        assertThat(names).contains("quote", "trade", "candle");
    }

    @Test
    void eventsThatNoServerSendsFailTheirTest() {
        String wrong = ScriptedEvents.event("e1-1", "read-mark", "{\"room\":\"floor\",\"read\":9}");
        var server = new ScriptedServer("[]", ScriptedEvents.hello("e1", "PT15S"));

        assertThatFails(() -> server.send(wrong));
        // Also if it was a thread of the server's own.
        assertThatFails(server::close);
    }

    private static void assertThatFails(ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOf(AssertionError.class).hasMessageContaining("read-mark");
    }
}
