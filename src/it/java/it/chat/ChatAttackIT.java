package it.chat;

import static it.chat.Talker.FLOOR;
import static it.chat.Talker.SCHEMAS;
import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import it.Race;
import it.SharedServers;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody who wants to break the chat, pass for somebody else, or trouble others.
class ChatAttackIT {

    private static final LibertyServer SERVER = SharedServers.with(ChatOnServer.settings(Map.of()));

    private static Talker talker() {
        return new Talker(Member.signUp(SERVER.uri(), Member.name()));
    }

    private static HttpResponse<String> raw(Talker talker, String body) {
        var request = HttpRequest.newBuilder(SERVER.uri("api/chat/floor"))
                .header("Content-Type", "application/json")
                .headers(talker.member().credential())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",'text':'\\ud800' | 400",
                ",'text':'\\udc00\\ud800' | 400",
                ",'text':'\\u0000' | 400",
                ",'text':5 | 400",
                ",'text':null | 400",
                ",'text':['a'] | 400",
                ",'text':{'a':1} | 400",
                ",'text':'a','author':{'id':'somebodyelse'} | 400",
                ",'text':'a','seq':1 | 400",
                ",'text':'a','time':'2020-01-01T00:00:00Z' | 400",
                ",'text':'a','revision':9223372036854775807 | 400"
            })
    void nonsenseIsRefused(String rest, int status) {
        String body = "{'id':'%s'%s}".formatted(newId(), rest).replace('\'', '"');

        HttpResponse<String> response = raw(talker(), body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
    }

    @Test
    void halvesOfCharactersAndNothingnessGoAndTheRestStays() {
        String id = newId();

        HttpResponse<String> response =
                raw(talker(), "{\"id\":\"%s\",\"text\":\"a\\ud800b\\u0000c\\udc00\"}".formatted(id));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(Member.json(response).getString("text")).isEqualTo("abc");
        assertThat(SCHEMAS.faults("chat", response.body())).isEmpty();
    }

    @Test
    void messageOfAThousandNamesTellsTenPeople() {
        List<Talker> people = IntStream.range(0, 12).mapToObj(_ -> talker()).toList();
        String all = String.join(
                " ",
                people.stream()
                        .map(each -> "@" + each.member().session().getString("name"))
                        .toList());

        JsonObject said = talker().say(FLOOR, all);
        JsonObject flood = talker().say(FLOOR, "@ ".repeat(249) + "@a");
        JsonObject symbols = talker().say(FLOOR, "$AAPL".repeat(100));

        assertThat(said.getJsonArray("mentions")).hasSize(10);
        assertThat(flood).doesNotContainKey("mentions");
        assertThat(symbols.getString("text")).hasSize(500);
        assertThat(people.stream()
                        .filter(each ->
                                !each.list("api/chat/mentions", "mention").isEmpty()))
                .hasSize(10);
    }

    @Test
    void serviceIsNotTakenForAMember() {
        Talker ann = talker();
        String name = ann.member().session().getString("name");

        JsonObject forged = ChatOnServer.service(SERVER, name.replace(' ', '.')).say(FLOOR, "it is me");
        JsonObject pile =
                ChatOnServer.service(SERVER, "Z\u0336\u0335\u0334\u0333").say(FLOOR, "me too");

        assertThat(forged.getJsonObject("author").getString("name")).endsWith(" (service)");
        assertThat(pile.getJsonObject("author").getString("name")).isEqualTo("Z\u0336\u0335");
    }

    @Test
    void messageThatIsChangedAndDeletedAtOnceStaysDeleted() throws InterruptedException, ExecutionException {
        Talker ann = talker();
        JsonObject said = ann.say("TSLA", "one");
        try (EventStream stream = EventStream.open(
                        SERVER.uri("api/stream?topic=chat&room=TSLA"),
                        ann.member().credential());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stream.next("hello");
            var work = new ArrayList<Future<Integer>>();
            IntStream.range(0, 3).forEach(i -> {
                work.add(threads.submit(() -> ann.change(said, "text " + i).statusCode()));
                work.add(threads.submit(() -> ann.delete(said).statusCode()));
            });
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> each : work) {
                statuses.add(each.get());
            }

            assertThat(statuses).contains(204).allMatch(status -> status == 200 || status == 204 || status == 404);
            JsonObject last;
            do {
                last = stream.next("chat").json();
            } while (!last.containsKey("deleted"));
            assertThat(ann.messages("TSLA").getLast()).isEqualTo(last).doesNotContainKey("text");
        }
    }

    @Test
    void floodOverManyConnectionsGetsNoFurtherThanOverOne() {
        Talker ann = talker();
        URI room = SERVER.uri("api/chat/MSFT");

        List<Integer> statuses = Race.of(60, i -> () -> post(room, ann, "text " + i));

        assertThat(statuses).containsOnly(201, 429);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        // Others may have talked there before.
        assertThat(ann.messages("MSFT"))
                .filteredOn(message -> message.getString("text").matches("text \\d+"))
                .hasSize(5);
    }

    private static int post(URI room, Talker talker, String text) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(room)
                                    .header("Content-Type", "application/json")
                                    .headers(talker.member().credential())
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            Talker.body(newId(), text).toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
