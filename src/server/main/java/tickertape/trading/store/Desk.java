package tickertape.trading.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import tickertape.store.DatabaseException;

/// Has tasks written, and knows who still waits for an answer. One thread uses it; any thread may ask for the counts.
final class Desk {

    private static final Logger LOG = System.getLogger(TradingWorker.class.getName());

    private final Bookkeeper bookkeeper;
    private final ChangeReader reader;
    private final Floor floor;
    private final Auditor auditor;

    /// Whose tasks are under way.
    private final List<Task> open = new ArrayList<>();

    private final List<Answer> answers = new ArrayList<>();
    private volatile Counts counts = Counts.NONE;

    /// What a task is told when it is on the disk.
    private record Answer(Task task, Outcome outcome) {

        void tell() {
            var _ = task.result().complete(outcome);
        }
    }

    Desk(Bookkeeper bookkeeper, ChangeReader reader, Floor floor, Auditor auditor) {
        this.bookkeeper = bookkeeper;
        this.reader = reader;
        this.floor = floor;
        this.auditor = auditor;
    }

    /// Notes who waits from now on.
    void take(List<Task> tasks) {
        open.addAll(tasks);
    }

    /// Writes what tasks want in one transaction, or in one each if one of them can't be written; throws
    /// `DatabaseException` while the database is away.
    void write(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        try {
            Bookkeeper.Written written =
                    bookkeeper.write(tasks.stream().map(Task::command).toList());
            written.changes().ifPresent(this::take);
            for (int i = 0; i < tasks.size(); i++) {
                answer(tasks.get(i), written.outcomes().get(i));
                floor.came(tasks.get(i).command(), written.outcomes().get(i));
            }
        } catch (DatabaseException e) {
            if (e.isRetryable()) {
                throw e;
            }
            writeSingly(tasks, e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            writeSingly(tasks, e);
        }
    }

    // One that the books refuse must not hold up the others.
    private void writeSingly(List<Task> tasks, RuntimeException failure) {
        if (tasks.size() == 1) {
            Task task = tasks.getFirst();
            LOG.log(Level.ERROR, "The books refuse %s".formatted(task.command()), failure);
            var _ = task.result().completeExceptionally(failure);
            if (task.command() instanceof Command.Apply(var match)) {
                floor.forget(match.order());
            }
            return;
        }
        tasks.forEach(task -> write(List.of(task)));
    }

    private void take(Changes changes) {
        // Perhaps another server has written in between.
        if (changes.revision() == floor.revision() + 1) {
            floor.take(changes);
        } else {
            floor.catchUp(reader);
        }
        auditor.touched(changes);
    }

    /// Notes what a task is told once it is on the disk.
    void answer(Task task, Outcome outcome) {
        counts = counts.with(task.command(), outcome);
        answers.add(new Answer(task, outcome));
    }

    /// Tells all what has come of their tasks.
    void tell() {
        answers.forEach(Answer::tell);
        answers.clear();
        open.clear();
    }

    /// Tells those who still wait that nobody knows what has come of it, because the database went away.
    void fail() {
        var away = new IllegalStateException("the database went away");
        open.forEach(task -> task.result().completeExceptionally(away));
        open.clear();
        answers.clear();
    }

    Counts counts() {
        return counts;
    }
}
