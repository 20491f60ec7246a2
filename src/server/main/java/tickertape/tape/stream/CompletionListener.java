package tickertape.tape.stream;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/// Runs something when the container has completed a request.
///
/// `AsyncContext.complete` only asks for that. An application that stops before it has happened leaves the
/// container with requests of an application that no longer exists.
record CompletionListener(Runnable then) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        then.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // There is no time limit.
    }

    @Override
    public void onError(AsyncEvent event) {
        // Completion follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it again.
    }
}
