package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tickertape.store.DatabaseException;
import tickertape.store.TestDatabase;
import tickertape.tape.DelayedTape;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;

/// One run of a server: its chat, and what comes on its tape. The thread of the chat is a real one.
final class ChatNode implements AutoCloseable {

    static final int RATE = 5;
    static final Duration KEEP = Duration.ofDays(90);
    static final Duration EDIT = Duration.ofMinutes(5);

    private static final TopicDefinition CHAT = TopicDefinition.every("chat").keyedBy("room", _ -> true);
    private static final TopicDefinition MENTION =
            TopicDefinition.every("mention").asPrivate();
    private static final TopicDefinition READ =
            TopicDefinition.latest("read-mark").keyedBy("room", _ -> true).asPrivate();

    private static final int MEMORY = 1 << 20;

    final HistoryReader history;
    private final LateMarks late;
    private final ChatWorker worker;
    private final Tape tape;
    private final SendLimits limits;
    private final Supplier<String> ids;
    private final List<ChatMessage> published = new ArrayList<>();
    private final Queue<String> mentions = new ConcurrentLinkedQueue<>();
    private final Map<String, List<String>> told = new HashMap<>();
    private final Optional<DelayedTape> delayed;
    private volatile boolean isCut;

    private ChatNode(TestDatabase database, Duration delay) {
        tape = Tapes.tape(1000, database.time(), CHAT, MENTION, READ);
        late = new LateMarks("chat", new Position(tape.epoch(), 0), delay, database.time(), database.time()::nanoTime);
        delayed = delay.isZero() ? Optional.empty() : Optional.of(new DelayedTape(tape, delay, MEMORY, List.of(late)));
        Jsonb jsonb = JsonbProvider.create();
        var topics = new ChatTopics(CHAT, MENTION, READ, message -> {
            String json = jsonb.toJson(message);
            if (message instanceof Mention) {
                mentions.add(json);
            }
            return json;
        });
        worker = new ChatWorker(
                database.database(),
                topics,
                tape(),
                this::publish,
                KEEP,
                database.time(),
                database.time()::nanoTime,
                Thread.ofPlatform().daemon().factory());
        history = worker.history(late);
        limits = new SendLimits(RATE, database.time()::nanoTime);
        var count = new AtomicInteger();
        String run = Integer.toHexString(System.identityHashCode(this));
        ids = () -> "author-%s-%s".formatted(run, count.incrementAndGet());
    }

    static ChatNode on(TestDatabase database) {
        return on(database, Duration.ZERO);
    }

    static ChatNode on(TestDatabase database, Duration delay) {
        var node = new ChatNode(database, delay);
        node.worker.run();
        node.worker.start();
        return node;
    }

    private ChatTape tape() {
        return new ChatTape() {
            @Override
            public Position publish(List<Draft> drafts) {
                if (isCut) {
                    throw new IllegalStateException("killed");
                }
                tell(drafts);
                return tape.append(drafts);
            }

            @Override
            public Position end() {
                return tape.end();
            }
        };
    }

    // They are written in the order of their drafts.
    private synchronized void tell(List<Draft> drafts) {
        drafts.stream()
                .filter(draft -> draft.topic().equals(MENTION))
                .forEach(draft -> told.computeIfAbsent(draft.owner().orElseThrow(), _ -> new ArrayList<>())
                        .add(mentions.remove()));
    }

    private synchronized void publish(List<ChatMessage> messages) {
        published.addAll(messages);
    }

    /// What is old enough comes on the delayed tape.
    void release() {
        delayed.orElseThrow().release();
    }

    /// From now on it publishes nothing any more.
    void cut() {
        isCut = true;
    }

    /// The mentions that have come on the tape for an account, as JSON.
    synchronized List<String> told(String account) {
        return List.copyOf(told.getOrDefault(account, List.of()));
    }

    /// Whatever others have written is published.
    ChatNode settle() {
        worker.write((_, _, _) -> true);
        return this;
    }

    SentMessage send(String account, String room, String id, String text) {
        return send(account, room, id, text, Map.of());
    }

    SentMessage send(String account, String room, String id, String text, Map<String, String> mentioned) {
        var content = new Sending.Content(room, id, text, mentioned);
        return worker.write(new Sending(sender(account), content, limits, ids));
    }

    Sending sending(String account, String room, String id, String text) {
        return new Sending(sender(account), new Sending.Content(room, id, text, Map.of()), limits, ids);
    }

    /// A change of a message within five minutes.
    Editing editing(String account, String room, long seq, String text, Map<String, String> mentioned) {
        return new Editing(sender(account), new Editing.Content(room, seq, text, mentioned), EDIT, limits);
    }

    /// As clients do: under the same id, until it is there.
    SentMessage sendAgain(String account, String room, String id, String text) {
        while (true) {
            try {
                return send(account, room, id, text);
            } catch (DatabaseException busy) {
                assertThat(busy.isRetryable()).isTrue();
            }
        }
    }

    static Sender sender(String account) {
        return new Sender(account, "name of " + account);
    }

    <T> T write(ChatChange<T> change) {
        return worker.write(change);
    }

    /// The newest messages of a room.
    HistoryPage page(String room) {
        return history.page(HistoryQuery.newest(room, 50), false);
    }

    Optional<ChatMessage> message(String room, long seq) {
        return page(room).messages().stream()
                .filter(message -> message.seq() == seq)
                .findFirst();
    }

    synchronized List<ChatMessage> published() {
        return List.copyOf(published);
    }

    @Override
    public void close() {
        worker.close();
    }
}
