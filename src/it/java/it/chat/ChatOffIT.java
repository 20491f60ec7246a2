package it.chat;

import static it.chat.Talker.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.Health;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.SharedServers;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server whose people do not talk to one another.
class ChatOffIT {

    private static final LibertyServer SERVER =
            SharedServers.with(ChatOnServer.settings(Map.of("CHAT_ENABLED", "false")));
    private static final Member MEMBER = Member.signUp(SERVER.uri(), Member.name());

    @ParameterizedTest
    @CsvSource({
        "GET, floor",
        "GET, AAPL",
        "GET, rooms",
        "GET, mentions",
        "GET, muted",
        "POST, floor",
        "PATCH, floor/1",
        "DELETE, floor/1",
        "PUT, floor/read",
        "PUT, floor/typing",
        "DELETE, floor/typing",
        "PUT, muted/aB3dE6gH9kLm",
        "DELETE, muted/aB3dE6gH9kLm"
    })
    void nothingIsThere(String method, String path) {
        Optional<JsonObject> body = Optional.of(path)
                .filter(_ -> !method.equals("GET") && !method.equals("DELETE") && !path.endsWith("typing"))
                .map(ChatOffIT::body);

        HttpResponse<String> response = MEMBER.send(method, "api/chat/" + path, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
        assertThat(Member.json(response).getString("detail")).contains("chat.enabled");
    }

    private static JsonObject body(String path) {
        String text = switch (path) {
            case "floor" -> "{'id':'long-enough-1','text':'hello'}";
            case "floor/read" -> "{'seq':1}";
            case "floor/1" -> "{'text':'hello'}";
            default -> "{'duration':'PT1H'}";
        };
        return Instruments.object(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "mention", "presence", "read-mark", "room"})
    void noTopicIsKnown(String topic) {
        assertThat(Http.get(SERVER.uri("api/stream?topic=" + topic), MEMBER.credential())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyIsTold() {
        try (EventStream stream = MEMBER.stream("topic=quote")) {
            List<JsonObject> topics =
                    stream.next("hello").json().getJsonArray("topics").getValuesAs(JsonObject.class);

            assertThat(topics)
                    .extracting(topic -> topic.getString("name"))
                    .contains("quote", "trade")
                    .doesNotContain("chat", "mention", "presence", "read-mark", "room");
        }
        assertThat(Http.get(SERVER.uri("api/stream?room=floor")).statusCode()).isEqualTo(400);
        assertThat(Health.ready(SERVER.uri()).up()).contains("chat");
    }
}
