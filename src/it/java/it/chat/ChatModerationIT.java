package it.chat;

import static it.chat.Talker.FLOOR;
import static it.chat.Talker.SCHEMAS;
import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Instruments;
import it.LibertyServer;
import it.SharedServers;
import it.identity.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What moderators do, and the trace that it leaves; what people may do with what they have sent, and how long.
class ChatModerationIT {

    private static final Pattern LINE = Pattern.compile("\\{\"account\".*\"action\":\"chat-.*}");

    private static final LibertyServer SERVER =
            SharedServers.with(ChatOnServer.settings(Map.of("CHAT_EDIT", "PT1S", "IDENTITY_AUDIT_LOG", "true")));

    private static Talker talker() {
        return new Talker(Member.signUp(SERVER.uri(), Member.name()));
    }

    private static String author(JsonObject message) {
        return message.getJsonObject("author").getString("id");
    }

    private static HttpResponse<String> mute(Talker moderator, String author, String duration, String reason) {
        return moderator
                .member()
                .put(
                        "api/chat/muted/" + author,
                        Json.createObjectBuilder()
                                .add("duration", duration)
                                .add("reason", reason)
                                .build());
    }

    private static HttpResponse<String> type(Talker talker) {
        return talker.member().send("PUT", "api/chat/floor/typing", Optional.empty());
    }

    /// What the audit log has about an author.
    private static List<JsonObject> trace(String author) {
        return SERVER.log()
                .lines()
                .flatMap(line -> LINE.matcher(line).results())
                .map(line -> Instruments.object(line.group()))
                .filter(entry -> entry.getString("detail", "").contains(author))
                .toList();
    }

    @Test
    void eachDeedOfAModeratorLeavesATrace() {
        Talker moderator = ChatOnServer.moderator(SERVER);
        Talker ann = talker();
        JsonObject said = ann.say(FLOOR, "rude");
        String author = author(said);

        assertThat(moderator.delete(said).statusCode()).isEqualTo(204);
        assertThat(moderator.delete(said).statusCode()).as("without an answer").isEqualTo(204);
        assertThat(mute(moderator, author, "PT90S", "be \u202Ekind").statusCode())
                .isEqualTo(204);
        assertRefused(ann.send(FLOOR, newId(), "ruder"));
        assertRefused(type(ann));
        assertThat(ann.delete(said).statusCode()).isEqualTo(404);
        JsonObject muted = muted(moderator, author).orElseThrow();
        assertThat(Instant.parse(muted.getString("until")))
                .isBetween(Instant.now(), Instant.now().plusSeconds(91));
        assertThat(muted.getString("reason")).isEqualTo("be kind");
        assertThat(moderator.member().delete("api/chat/muted/" + author).statusCode())
                .isEqualTo(204);
        ann.say(FLOOR, "thanks");

        assertThat(muted(moderator, author)).isEmpty();
        assertThat(type(ann).statusCode()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(trace(author))
                .extracting(entry -> entry.getString("action"))
                .containsExactly("chat-deleted", "chat-deleted", "chat-muted", "chat-unmuted"));
        assertThat(trace(author).get(1).getString("id"))
                .as("one entry in two lines")
                .isEqualTo(trace(author).getFirst().getString("id"));
        assertThat(trace(author).stream().map(entry -> entry.getString("id")).distinct())
                .hasSize(3);
        assertThat(trace(author))
                .allSatisfy(entry -> assertThat(entry.getString("name")).isEqualTo("moderator"));
        assertThat(trace(author).getFirst().getString("detail")).startsWith("floor " + said.getInt("seq"));
        assertThat(trace(author).get(2).getString("detail")).endsWith("be kind");
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
        assertThat(Member.json(response).getString("detail"))
                .matches("you are muted until 20[0-9-]+T[0-9:]+Z: be kind");
    }

    private static Optional<JsonObject> muted(Talker moderator, String author) {
        return moderator.list("api/chat/muted", "muted-author").stream()
                .filter(entry -> author(entry).equals(author))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S, 204", "P30D, 204", "P366D, 400", "PT0S, 400", "-PT1H, 400", "an hour, 400", "P1Y, 400"})
    void muteLastsAsLongAsTheModeratorSays(String duration, int status) {
        String author = author(talker().say(FLOOR, "for " + duration));

        HttpResponse<String> response = mute(ChatOnServer.moderator(SERVER), author, duration, "");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    @Test
    void whoIsNoModeratorMayNot() {
        Talker ann = talker();
        JsonObject said = talker().say(FLOOR, "something");

        assertThat(ann.delete(said).statusCode()).isEqualTo(403);
        assertThat(mute(ann, author(said), "PT1H", "").statusCode()).isEqualTo(403);
        assertThat(ann.member().delete("api/chat/muted/" + author(said)).statusCode())
                .isEqualTo(403);
        assertThat(ann.member().get("api/chat/muted").statusCode()).isEqualTo(403);
        assertThat(mute(ChatOnServer.moderator(SERVER), "nobodyAtAll1", "PT1H", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(trace(author(said))).isEmpty();
    }

    @Test
    void messageIsChangedNoMoreWhenItIsOld() {
        Talker ann = talker();
        JsonObject said = ann.say(FLOOR, "as it is");

        // The same text counts as no change.
        await().until(() -> ann.change(said, "as it is").statusCode() == 403);

        assertThat(Member.json(ann.change(said, "another")).getString("detail")).contains("PT1S");
        assertThat(ann.messages(FLOOR)).contains(said);
        assertThat(ann.delete(said).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messageWhoseAnswerWasLostIsOneMessage(boolean isSame) throws IOException {
        Talker ann = talker();
        String id = newId();
        cut(ann, Talker.body(id, "once"));
        // It may have come, or not.
        assertThat(ann.send(FLOOR, id, "once").statusCode()).isIn(200, 201);

        HttpResponse<String> again = ann.send(FLOOR, id, isSame ? "once" : "something else");

        assertThat(again.statusCode()).isEqualTo(isSame ? 200 : 409);
        assertThat(ann.messages("floor?limit=200"))
                .filteredOn(message -> message.getString("id").equals(id))
                .extracting(message -> message.getString("text"))
                .containsExactly("once");
    }

    /// Sends a message, and goes before the answer comes.
    private static void cut(Talker talker, JsonObject body) throws IOException {
        String[] credential = talker.member().credential();
        try (var socket = new Socket(SERVER.uri().getHost(), SERVER.uri().getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /api/chat/floor HTTP/1.1\r\nHost: %s\r\n%s: %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
                                    .formatted(
                                            SERVER.uri().getAuthority(),
                                            credential[0],
                                            credential[1],
                                            body.toString().length(),
                                            body)
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }
}
