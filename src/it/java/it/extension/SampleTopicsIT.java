package it.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.LibertyServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.client.LiveStream;
import tickertape.client.Tickertape;
import tickertape.client.Topic;

/// The private and the growing topic of a feature in a jar, over HTTP.
class SampleTopicsIT {

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final Memos REMINDERS = new Memos(SERVER.uri("api/reminders"));
    private static final String ACCOUNT = "Sample-Account";

    private static final Topic<Piece> DICTATIONS = Topic.growing("dictation", Piece.class, Piece::dictation);

    /// What a client makes of a piece of a dictation.
    public record Piece(
            String dictation,
            int from,
            String text,
            @Nullable Boolean done) {}

    @Test
    void ownerReadsWhatIsPrivateAndNobodyElseDoes() {
        String everything = "api/stream?topic=reminder,quote&symbol=SINE";
        try (var ada = EventStream.open(SERVER.uri(everything), ACCOUNT, "ada");
                var adasOther = EventStream.open(SERVER.uri(everything), ACCOUNT, "ada");
                var bob = EventStream.open(SERVER.uri(everything), ACCOUNT, "bob")) {
            List.of(ada, adasOther, bob)
                    .forEach(stream -> assertThat(stream.next().is("hello")).isTrue());
            remind("ada", "for ada");
            remind("bob", "for bob");

            Event first = ada.next("reminder");

            assertThat(first.json().getString("text")).isEqualTo("for ada");
            assertThat(adasOther.next("reminder")).isEqualTo(first);
            assertThat(bob.next("reminder").json().getString("text")).isEqualTo("for bob");
            // A quote with a later offset: what was before it has arrived.
            assertThat(untilQuoteAfter(ada, first)).noneMatch(event -> event.is("reminder"));
        }
    }

    @Test
    void ownerThatComesBackGetsWhatItMissed() {
        String position;
        try (var stream = EventStream.open(SERVER.uri("api/stream?topic=reminder"), ACCOUNT, "eve")) {
            assertThat(stream.next().is("hello")).isTrue();
            remind("eve", "seen");
            position = stream.next("reminder").id().orElseThrow();
        }
        remind("eve", "missed");
        remind("mallory", "not for eve");
        remind("eve", "missed too");

        try (var stream =
                EventStream.open(SERVER.uri("api/stream?topic=reminder"), ACCOUNT, "eve", "Last-Event-ID", position)) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            assertThat(stream.next(2))
                    .extracting(event -> event.json().getString("text"))
                    .containsExactly("missed", "missed too");
        }
    }

    @Test
    void whoIsNobodyHasToSayWhoTheyAre() {
        HttpResponse<String> read = Http.get(SERVER.uri("api/stream?topic=reminder"));
        HttpResponse<String> written = REMINDERS.post("{\"text\":\"whose?\"}");

        assertThat(List.of(read, written)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"tickertape\"");
        });
        assertThat(read.body()).contains("say who you are");
        assertThat(written.body()).contains("sign in first");
    }

    @Test
    void textArrivesPieceByPieceAndAsAWholeForWhoComesLate() {
        String topic = "api/stream?topic=dictation&dictation=letter";
        try (var early = EventStream.open(SERVER.uri(topic))) {
            assertThat(early.next().is("hello")).isTrue();
            dictate("letter", "Dear ", false);
            dictate("other", "not for these readers", true);
            dictate("letter", "Ada, 谢谢", false);

            Event whole = firstPiece(SERVER.uri(topic));
            dictate("letter", "!", true);

            assertThat(early.next(3))
                    .extracting(Event::json)
                    .containsExactly(
                            piece("letter", 0, "Dear ", false),
                            piece("letter", 5, "Ada, 谢谢", false),
                            piece("letter", 12, "!", true));
            assertThat(whole.json()).isEqualTo(piece("letter", 0, "Dear Ada, 谢谢", false));
        }
        assertThat(new Memos(SERVER.uri("api/dictations/letter"))
                        .post("{\"text\":\"?\",\"done\":false}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void readerThatComesBackGetsThePiecesThatItMisses() {
        String topic = "api/stream?topic=dictation&dictation=resumed";
        String position;
        try (var stream = EventStream.open(SERVER.uri(topic))) {
            assertThat(stream.next().is("hello")).isTrue();
            dictate("resumed", "one", false);
            position = stream.next("dictation").id().orElseThrow();
        }
        dictate("resumed", " two", false);
        dictate("resumed", " three", true);

        try (var stream = EventStream.open(SERVER.uri(topic), "Last-Event-ID", position)) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            assertThat(stream.next(2))
                    .extracting(Event::json)
                    .containsExactly(piece("resumed", 3, " two", false), piece("resumed", 7, " three", true));
        }
    }

    @Test
    void clientPutsATextTogether() {
        var received = new LinkedBlockingQueue<Piece>();
        dictate("read", "written before ", false);
        var client = Tickertape.at(SERVER.uri()).filter("dictation", "read").on(DICTATIONS, received::add);
        try (LiveStream stream = client.open()) {
            await().until(() -> !received.isEmpty());
            dictate("read", "and after", true);
            await().until(() -> received.stream().anyMatch(piece -> Boolean.TRUE.equals(piece.done())));

            String text = "";
            for (Piece piece : received) {
                text = text.substring(0, piece.from()) + piece.text();
            }

            assertThat(text).as("%s", stream).isEqualTo("written before and after");
        }
    }

    private static Event firstPiece(URI uri) {
        try (var late = EventStream.open(uri)) {
            return late.next("dictation");
        }
    }

    private static List<Event> untilQuoteAfter(EventStream stream, Event event) {
        var events = new ArrayList<Event>();
        do {
            events.add(stream.next());
        } while (!events.getLast().is("quote") || events.getLast().offset() <= event.offset());
        return events;
    }

    private static void remind(String account, String text) {
        String body = Json.createObjectBuilder().add("text", text).build().toString();
        assertThat(REMINDERS.post(body, ACCOUNT, account).statusCode()).isEqualTo(201);
    }

    private static void dictate(String name, String text, boolean done) {
        String body = Json.createObjectBuilder()
                .add("text", text)
                .add("done", done)
                .build()
                .toString();
        HttpResponse<String> response = new Memos(SERVER.uri("api/dictations/" + name)).post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private static JsonObject piece(String name, int from, String text, boolean done) {
        var piece = Json.createObjectBuilder()
                .add("dictation", name)
                .add("from", from)
                .add("text", text);
        return (done ? piece.add("done", true) : piece).build();
    }
}
