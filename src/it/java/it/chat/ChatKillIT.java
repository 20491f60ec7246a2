package it.chat;

import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A server is killed while people write: what was answered is there, once, and what was not can be sent again.
class ChatKillIT {

    private static final int TALKERS = 10;
    private static final int KILLS = 2;
    private static final int MANY = 60;

    /// What was answered 201, by its id.
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    @Test
    void whatWasAnsweredOutlivesAKillAndIsThereOnce() throws InterruptedException {
        try (var server = LibertyServer.start(ChatOnServer.settings(Map.of("CHAT_RATE", "1000")))) {
            List<Talker> talkers = Stream.generate(() -> new Talker(Member.signUp(server.uri(), Member.name())))
                    .limit(TALKERS)
                    .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                killWhileTheyWrite(server, talkers);
                server.startAgain();
            }
            List<JsonObject> all = all(talkers.getFirst());

            assertThat(all)
                    .extracting(message -> message.getJsonNumber("seq").longValue())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, all.size()).boxed().toList());
            Map<String, Long> seqs = all.stream()
                    .collect(Collectors.toMap(
                            message -> message.getString("id"),
                            message -> message.getJsonNumber("seq").longValue()));
            assertThat(seqs).containsAllEntriesOf(answered);
            assertThat(sent).containsAll(seqs.keySet());
        }
    }

    private void killWhileTheyWrite(LibertyServer server, List<Talker> talkers) throws InterruptedException {
        int before = answered.size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                EventStream stream = EventStream.open(server.uri("api/stream?topic=chat"))) {
            stream.next("hello");
            var seen = new HashMap<Integer, String>();
            for (Talker talker : talkers) {
                threads.execute(() -> write(talker));
            }
            while (answered.size() < before + MANY) {
                JsonObject message = stream.next("chat").json();
                assertThat(seen.put(message.getInt("seq"), message.getString("id")))
                        .isNull();
            }
            server.kill();
        }
    }

    private void write(Talker talker) {
        try {
            while (true) {
                String id = newId();
                sent.add(id);
                var response = talker.send(Talker.FLOOR, id, "text " + id);
                assertThat(response.statusCode()).isEqualTo(201);
                answered.put(id, Member.json(response).getJsonNumber("seq").longValue());
            }
        } catch (UncheckedIOException killed) {
            // That is the end of this life.
        }
    }

    private static List<JsonObject> all(Talker talker) {
        var all = new ArrayList<JsonObject>();
        for (List<JsonObject> page = talker.messages("floor?after=0&limit=200");
                !page.isEmpty();
                page = talker.messages("floor?after=%s&limit=200".formatted(all.size()))) {
            all.addAll(page);
        }
        return all;
    }
}
