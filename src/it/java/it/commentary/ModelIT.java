package it.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.Issuer;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server whose texts a language model writes: its words grow on the stream, and what goes wrong has a reason.
class ModelIT {

    private static final String KEY = "sk-very-secret-0123456789";
    private static final Issuer ISSUER = Issuer.start();
    private static final ModelProvider PROVIDER = new ModelProvider();

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        Map<String, String> settings = ModelProvider.settings(PROVIDER.url(), ISSUER);
        settings.put("commentary_model_key", KEY);
        settings.put("COMMENTARY_MODEL_TIMEOUT", "PT10S");
        settings.put("COMMENTARY_MODEL_CALLER_TOKENS", "8000");
        server = LibertyServer.start(settings);
    }

    @AfterAll
    static void end() {
        server.close();
        PROVIDER.close();
    }

    private static Asker asker(String name) {
        return new Asker(server.uri(), ISSUER.token(name, "read trade"));
    }

    private static Reader reader(Asker asker) {
        return Reader.open(server.uri(), "topic=answer", asker.credential());
    }

    @Test
    void wordsOfTheModelGrowOnTheStream() {
        Asker ann = asker("ann");
        try (var reader = reader(ann)) {
            String id = ann.begun("AAPL", "How is it? wordy", "en").getString("id");

            JsonObject end = reader.end(id);

            assertThat(end.getString("reason")).isEqualTo("complete");
            assertThat(end.getString("author")).isEqualTo("model small:1b");
            assertThat(reader.text(id)).isEqualTo(ModelProvider.WORDS);
            JsonObject kept = Instruments.object(
                    ann.send("GET", "api/commentary/" + id, "").body());
            assertThat(kept.getString("author")).isEqualTo("model small:1b");
            assertThat(kept.getString("text")).isEqualTo(ModelProvider.WORDS);
        }
        var asked = PROVIDER.requests("wordy").getFirst();
        assertThat(asked.head()).contains("POST /v1/chat/completions", "Bearer " + KEY);
        assertThat(asked.json().getBoolean("stream")).isTrue();
        assertThat(asked.json().getJsonArray("messages").getJsonObject(0).getString("content"))
                .doesNotContain("wordy");
        assertThat(asked.json().getJsonArray("messages").getJsonObject(1).getString("content"))
                .contains("\"symbol\":\"AAPL\"", "\"question\":\"How is it? wordy\"")
                .doesNotContain("jwt:");
    }

    @Test
    void stoppedAnswerClosesTheRequest() {
        Asker ann = asker("stopper");
        try (var reader = reader(ann)) {
            String id = ann.begun("", "an endless story", "en").getString("id");
            while (reader.text(id).isEmpty()) {
                reader.next();
            }
            assertThat(PROVIDER.open()).isPositive();

            assertThat(ann.send("DELETE", "api/commentary/" + id, "").statusCode())
                    .isEqualTo(204);

            assertThat(reader.end(id).getString("reason")).isEqualTo("stopped");
            assertThat("On and on").startsWith(reader.text(id));
            await().until(() -> PROVIDER.open() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"limited,busy,''", "denied,failed,''", "broken,interrupted,App", "silent,slow,''"})
    void whatGoesWrongHasAReason(String word, String reason, String text) {
        Asker bob = asker("bob-" + word);
        try (var reader = reader(bob)) {
            String id = bob.begun("", "how " + word, "zh").getString("id");

            assertThat(reader.end(id).getString("reason")).isEqualTo(reason);

            // Where the connection breaks, what was not read yet is gone.
            assertThat(text).startsWith(reader.text(id));
            await().until(() -> PROVIDER.open() == 0);
        }
    }

    @Test
    void whoAsksTooMuchHasUsedItsTokens() {
        Asker cleo = asker("cleo");
        try (var reader = reader(cleo)) {
            String reason = "complete";
            int texts = 0;
            while (reason.equals("complete")) {
                reason = reader.end(cleo.begun("", "and talkative", "en").getString("id"))
                        .getString("reason");
                texts++;
            }
            assertThat(reason).isEqualTo("budget");
            assertThat(PROVIDER.requests("talkative")).hasSize(texts - 1).isNotEmpty();
        }
    }

    @Test
    void keyIsToldNobodyButTheProvider() {
        Asker eve = asker("eve");
        try (var reader = reader(eve)) {
            reader.end(eve.begun("", "it is denied", "en").getString("id"));
        }
        await().until(() -> server.log().contains("ended as failed"));

        assertThat(server.log())
                .contains("author: the model small:1b at " + PROVIDER.url(), "status 401: wrong key")
                .doesNotContain(KEY);
        assertThat(Http.get(server.uri("health/ready")).body())
                .contains("model small:1b")
                .doesNotContain(KEY);
        assertThat(Http.get(server.uri("metrics")).body()).doesNotContain(KEY);
    }
}
