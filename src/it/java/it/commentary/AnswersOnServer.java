package it.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.Issuer;
import it.LibertyServer;
import it.wire.Schemas;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Answers to who asks, on the stream and at rest, over a restart, with any database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswersOnServer {

    private static final Issuer ISSUER = Issuer.start();
    static final Schemas SCHEMAS = new Schemas();

    @AutoClose
    LibertyServer server;

    /// The settings of the database.
    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("SIMULATOR_INSTRUMENTS", "20");
        settings.put("SIMULATOR_DAY", "PT40S");
        settings.put("COMMENTARY_PACE", "PT3S");
        settings.put("COMMENTARY_SPEED", "100");
        settings.put("COMMENTARY_MOVE", "0.05");
        settings.put("COMMENTARY_QUESTIONS", "1000");
        settings.put("REST_WRITES_PER_MINUTE", "1000");
        settings.put("IDENTITY_JWT_ISSUER", ISSUER.id());
        settings.put("IDENTITY_JWT_AUDIENCE", Issuer.AUDIENCE);
        server = LibertyServer.start(settings);
    }

    Asker asker(String name) {
        return new Asker(server.uri(), ISSUER.token(name, "read trade"));
    }

    List<JsonObject> past(String query) {
        HttpResponse<String> response = Http.get(server.uri("api/commentary?" + query));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Instruments.array(response.body()).getValuesAs(JsonObject.class);
    }

    static String id(JsonObject text) {
        return text.getString("id");
    }

    @Test
    void numbersAreThoseOfTheQuote() {
        Asker ann = asker("numbers");
        try (var quotes = EventStream.open(server.uri("api/stream?topic=quote&symbol=AAPL"));
                var reader = Reader.open(server.uri(), "topic=answer", ann.credential())) {
            var prices = new HashSet<String>();
            JsonObject begun = ann.begun("AAPL", "How is the range and the spread?", "en");
            JsonObject end = reader.end(id(begun));
            await().until(() -> {
                quotes.soFar().stream()
                        .filter(event -> event.is("quote"))
                        .flatMap(event -> event.json().values().stream())
                        .filter(value -> value.getValueType() == JsonValue.ValueType.NUMBER)
                        .forEach(value -> prices.add(strip(value.toString())));
                return !prices.isEmpty();
            });
            String text = reader.text(id(begun));

            assertThat(end.getString("time")).isEqualTo(begun.getString("time"));
            assertThat(text).contains("Apple (AAPL)", "$");
            Pattern.compile("\\$([0-9]+[.][0-9]{2})\\b")
                    .matcher(text.replaceAll("a spread of [^.]*[.][0-9]+", ""))
                    .results()
                    .forEach(price -> assertThat(prices).as(text).contains(strip(price.group(1))));
        }
    }

    private static String strip(String price) {
        return new BigDecimal(price).stripTrailingZeros().toPlainString();
    }

    @Test
    void answersAreOnlyForWhoHasAsked() {
        Asker ann = asker("ann");
        Asker bob = asker("bob");
        try (var reader = Reader.open(server.uri(), "topic=answer", ann.credential());
                var other = EventStream.open(server.uri("api/stream?topic=answer,status"), bob.credential())) {
            JsonObject begun = ann.begun("", "How is Apple doing?", "zh");
            String id = id(begun);
            JsonObject end = reader.end(id);

            assertThat(SCHEMAS.faults("commentary-text", begun.toString())).isEmpty();
            assertThat(SCHEMAS.faults("answer", end.toString())).isEmpty();
            assertThat(begun.getString("symbol")).isEqualTo("AAPL");
            assertThat(end.getString("question")).isEqualTo("How is Apple doing?");
            assertThat(reader.text(id)).contains("Apple（AAPL）");
            assertThat(other.soFar()).noneMatch(event -> event.is("answer"));
            String path = "api/commentary/" + id;
            assertThat(ann.send("GET", path, "").statusCode()).isEqualTo(200);
            assertThat(bob.send("GET", path, "").statusCode()).isEqualTo(404);
            assertThat(bob.send("DELETE", path, "").statusCode()).isEqualTo(404);
            assertThat(Http.get(server.uri(path)).statusCode()).isEqualTo(404);
            assertThat(ann.send("GET", "api/commentary?topic=answer", "").body())
                    .contains(id);
            assertThat(bob.send("GET", "api/commentary?topic=answer", "").body())
                    .isEqualTo("[]");
            assertThat(past("limit=200")).extracting(AnswersOnServer::id).doesNotContain(id);
            assertThat(Http.get(server.uri("api/commentary?topic=answer")).statusCode())
                    .isEqualTo(401);
        }
    }

    /// In pieces, of which the server writes a hundred in a second: the machine may be busy with other tests.
    @Test
    void stoppedAnswerEndsWithinAFifthOfASecond() {
        Asker ann = asker("stopper");
        try (var reader = Reader.open(server.uri(), "topic=answer", ann.credential())) {
            int stopped = 0;
            while (stopped < 10) {
                JsonObject begun = ann.begun("", "Everything about the market, please", "zh");
                String id = id(begun);
                while (!reader.text(id).contains("市场") && reader.text(id).length() < 5) {
                    reader.next();
                }
                assertThat(ann.send("DELETE", "api/commentary/" + id, "").statusCode())
                        .isEqualTo(204);
                int length = kept(ann, id).length();
                int late = 0;
                JsonObject piece = reader.next();
                while (!id(piece).equals(id) || !piece.containsKey("done")) {
                    late += id(piece).equals(id) && reader.text(id).length() > length ? 1 : 0;
                    piece = reader.next();
                }
                assertThat(late).isLessThanOrEqualTo(20);
                assertThat(ann.send("DELETE", "api/commentary/" + id, "").statusCode())
                        .as("it has ended")
                        .isEqualTo(204);
                assertThat(kept(ann, id)).isEqualTo(reader.text(id));
                // A short one may have been complete when it was asked to stop.
                assertThat(piece.getString("reason")).isIn("stopped", "complete");
                stopped += piece.getString("reason").equals("stopped") ? 1 : 0;
            }
        }
    }

    private static String kept(Asker ann, String id) {
        return Instruments.object(ann.send("GET", "api/commentary/" + id, "").body())
                .getString("text");
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        Asker ann = asker("fool");
        assertThat(ann.ask("NOPE", "how?", "en").body()).contains("there is no instrument NOPE");
        assertThat(ann.ask("AAPL", " ", "en").body()).contains("the question is empty");
        assertThat(ann.ask("AAPL", "how?", "fr").body()).contains("the language is one of en, zh, not 'fr'");
        assertThat(ann.ask("AAPL", "很".repeat(301), "zh").body())
                .contains("the question has 301 characters; the limit is 300");
        assertThat(ann.send("POST", "api/commentary", "{}").statusCode()).isEqualTo(400);
        assertThat(Http.get(server.uri("api/commentary?topic=x")).statusCode()).isEqualTo(400);
        assertThat(Http.get(server.uri("api/commentary?before=x")).statusCode()).isEqualTo(400);
        assertThat(Http.get(server.uri("api/commentary?language=fr")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void textsOutliveTheServer() {
        Asker ann = asker("survivor");
        String id;
        String text;
        try (var reader = Reader.open(server.uri(), "topic=answer", ann.credential())) {
            id = id(ann.begun("AAPL", "How is it?", "zh"));
            reader.end(id);
            text = reader.text(id);
        }
        await().until(() -> !past("limit=1").isEmpty());
        String forAll = id(past("limit=1").getFirst());
        server.terminate();
        server.startAgain();

        JsonObject kept =
                Instruments.object(ann.send("GET", "api/commentary/" + id, "").body());
        assertThat(kept.getString("text")).isEqualTo(text);
        assertThat(past("limit=200")).extracting(AnswersOnServer::id).contains(forAll);
    }
}
