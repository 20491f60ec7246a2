package tickertape.tape.stream;

import org.jspecify.annotations.Nullable;

/// What is due when a request has been completed, where that is not known as long as the container takes
/// listeners: until it has handled the request. Safe for any thread.
final class LateCompletion implements Runnable {

    private boolean completed;
    private @Nullable Runnable then;

    /// Says what is due; if it is due already, runs it.
    void set(Runnable due) {
        synchronized (this) {
            if (!completed) {
                then = due;
                return;
            }
        }
        due.run();
    }

    @Override
    public void run() {
        Runnable due;
        synchronized (this) {
            completed = true;
            due = then;
        }
        if (due != null) {
            due.run();
        }
    }
}
