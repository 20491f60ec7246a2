package it.chat;

import static org.assertj.core.api.Assertions.assertThat;

import it.Instruments;
import it.identity.Member;
import it.wire.Schemas;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Somebody who talks; what is answered is held against its schema.
record Talker(Member member) {

    static final Schemas SCHEMAS = new Schemas();
    static final String FLOOR = "floor";

    private static final AtomicLong COUNT = new AtomicLong();

    static String newId() {
        return "it-%s-%s".formatted(ProcessHandle.current().pid(), 100_000 + COUNT.incrementAndGet());
    }

    static JsonObject body(String id, String text) {
        return Json.createObjectBuilder().add("id", id).add("text", text).build();
    }

    HttpResponse<String> send(String room, String id, String text) {
        return member.post("api/chat/" + room, body(id, text));
    }

    /// Sends a new message, and returns what became of it.
    JsonObject say(String room, String text) {
        HttpResponse<String> response = send(room, newId(), text);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(SCHEMAS.faults("chat", response.body())).isEmpty();
        JsonObject message = Member.json(response);
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/chat/%s/%s".formatted(room, message.getInt("seq")));
        return message;
    }

    HttpResponse<String> change(JsonObject message, String text) {
        return member.send(
                "PATCH",
                path(message),
                Optional.of(Json.createObjectBuilder().add("text", text).build()));
    }

    HttpResponse<String> delete(JsonObject message) {
        return member.delete(path(message));
    }

    static String path(JsonObject message) {
        return "api/chat/%s/%s".formatted(message.getString("room"), message.getInt("seq"));
    }

    JsonObject page(String query) {
        HttpResponse<String> response = member.get("api/chat/" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(SCHEMAS.faults("message-page", response.body())).isEmpty();
        JsonObject page = Member.json(response);
        assertThat(response.headers().firstValue("Last-Event-ID")).contains(page.getString("position"));
        return page;
    }

    List<JsonObject> messages(String query) {
        return page(query).getJsonArray("messages").getValuesAs(JsonObject.class);
    }

    /// A list, each element of which keeps to a schema.
    List<JsonObject> list(String path, String schema) {
        HttpResponse<String> response = member.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonObject> all = Instruments.array(response.body()).getValuesAs(JsonObject.class);
        assertThat(all)
                .allSatisfy(each ->
                        assertThat(SCHEMAS.faults(schema, each.toString())).isEmpty());
        return all;
    }

    HttpResponse<String> read(String room, long seq) {
        return member.put(
                "api/chat/%s/read".formatted(room),
                Json.createObjectBuilder().add("seq", seq).build());
    }
}
