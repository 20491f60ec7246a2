package tickertape.trading.store;

import java.util.concurrent.CompletableFuture;

/// A command, and who waits for what comes of it.
record Task(Command command, CompletableFuture<Outcome> result) {

    static Task of(Command command) {
        return new Task(command, new CompletableFuture<>());
    }
}
