package tickertape.alerts.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tickertape.alerts.AlertSamples;
import tickertape.alerts.engine.AlertEngine;
import tickertape.market.Leadership;
import tickertape.store.TestDatabase;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.web.JsonbProvider;
import tickertape.wire.Quote;

/// One run of a server: its engine, and what comes on its tape. It has no thread: the test takes the steps.
public final class Node {

    static final int MOST = 3;
    static final int KEPT = 5;

    static final TopicDefinition ALERT = TopicDefinition.every("alert").asPrivate();
    static final TopicDefinition LIST = TopicDefinition.latest("alert-list").asPrivate();

    /// What it does with alerts.
    public final AlertStore store;

    final AlertEngine engine;
    private final AlertWorker worker;
    private final TestDatabase database;
    private final BiConsumer<List<Draft>, Runnable> tape;
    private final List<FiringRow> published = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private boolean isKilled;

    Node(TestDatabase database) {
        this(database, FiringListener.NONE);
    }

    /// One whose firings somebody hears of.
    public Node(TestDatabase database, FiringListener listener) {
        this(database, listener, Leadership.ALONE, Optional.empty(), (_, appended) -> appended.run());
    }

    /// One that shares its tape.
    Node(
            TestDatabase database,
            FiringListener listener,
            Leadership leadership,
            Optional<PublishedAlerts> others,
            BiConsumer<List<Draft>, Runnable> tape) {
        this.database = database;
        this.tape = tape;
        engine = new AlertEngine(database.time()::nanoTime);
        var publisher = new AlertPublisher(ALERT, LIST, this::append, this::publish);
        worker = AlertWorker.of(
                database.database(),
                engine,
                publisher,
                new AlertTerm(leadership),
                others,
                new PastLoader(engine, _ -> Optional.empty(), database.time()::nanoTime),
                JsonbProvider.create(),
                database.time(),
                database.time()::nanoTime,
                Thread.ofPlatform().daemon().factory(),
                listener,
                KEPT);
        store = new AlertStore(database.database(), database.time(), MOST, () -> {});
    }

    private void publish(FiringRow firing) {
        if (isKilled) {
            throw new IllegalStateException("killed");
        }
        published.add(firing);
    }

    private void append(List<Draft> drafts, Runnable appended) {
        drafts.stream()
                .filter(draft -> draft.topic().equals(LIST))
                .forEach(draft -> lists.add(draft.owner().orElseThrow()));
        tape.accept(drafts, appended);
    }

    /// From now on it publishes nothing any more.
    Node kill() {
        isKilled = true;
        return this;
    }

    /// What waits is written, what is new is read and published.
    public Node settle() {
        worker.run();
        return this;
    }

    /// The next quotes.
    public Node tick(Quote... quotes) {
        database.time().pass(Duration.ofMillis(250));
        worker.begin();
        worker.put(engine.tick(AlertSamples.tick(database.time().instant(), quotes), worker.room()));
        return this;
    }

    int waiting() {
        return worker.waiting();
    }

    List<String> published() {
        return published.stream().map(FiringRow::id).toList();
    }

    List<FiringRow> firings() {
        return published;
    }

    /// The owners whose lists have changed.
    List<String> lists() {
        return lists;
    }
}
