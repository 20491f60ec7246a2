package tickertape.client.feeding;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.Backoff;
import tickertape.client.connection.OfflineReason;

/// Keeps a request open that posts lines, one after another; and beside it asks what has arrived.
final class FeederLoop implements Runnable {

    private static final int OK = 200;
    private static final Duration ASKING = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /// Where nothing was confirmed for so long, the server has perhaps refused the last lines: its answer says so.
    private static final int QUIET_ROUNDS = 5;

    /// And for so long, it is gone without a word.
    private static final int DEAD_ROUNDS = 20;

    private final FeedConnection connection;
    private final UnconfirmedLines lines;
    private final Consumer<String> faults;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable CompletableFuture<HttpResponse<String>> request;
    private volatile @Nullable LineInputStream body;
    private final Backoff backoff = new Backoff(ASKING.multipliedBy(2), LONGEST_WAIT, RandomGenerator.getDefault());

    FeederLoop(FeedConnection connection, UnconfirmedLines lines, Consumer<String> faults) {
        this.connection = connection;
        this.lines = lines;
        this.faults = faults;
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0 && !lines.isDone()) {
                attempt();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            // First what has arrived by the connection before.
            connection.state().ifPresent(this::confirm);
            long number = lines.connect();
            var posted = new LineInputStream(lines, number);
            body = posted;
            CompletableFuture<HttpResponse<String>> sending = connection.post(posted);
            request = sending;
            HttpResponse<String> response = sending.get();
            if (response.statusCode() == OK) {
                lines.confirmSent(number);
                backoff.succeeded();
            } else {
                fail("%s: %s".formatted(response.statusCode(), response.body()));
            }
        } catch (IOException | ExecutionException | CancellationException away) {
            fail(String.valueOf(away.getMessage()));
        }
    }

    private void fail(String reason) throws InterruptedException {
        faults.accept(reason);
        Duration wait = backoff.after(OfflineReason.UNREACHABLE, false, null);
        stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Asks once a second what has arrived, until it is stopped.
    void watch() {
        long refused = 0;
        int rounds = 0;
        long before = -1;
        try {
            while (!stopped.await(ASKING.toMillis(), TimeUnit.MILLISECONDS)) {
                if (lines.unconfirmed() == 0) {
                    rounds = 0;
                    continue;
                }
                Optional<SourceState> state = ask();
                state.ifPresent(this::confirm);
                if (state.isPresent() && state.get().refused() > refused) {
                    refused = state.get().refused();
                    faults.accept("%s lines were refused, the last because of %s"
                            .formatted(refused, state.get().fault()));
                }
                rounds = lines.confirmed() == before ? rounds + 1 : 0;
                before = lines.confirmed();
                look(rounds);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int rounds) {
        LineInputStream current = body;
        if (rounds == QUIET_ROUNDS && current != null && lines.isSent()) {
            current.end();
        }
        CompletableFuture<HttpResponse<String>> sending = request;
        if (rounds > 0 && rounds % DEAD_ROUNDS == 0 && sending != null) {
            sending.cancel(true);
        }
    }

    private Optional<SourceState> ask() throws InterruptedException {
        try {
            return connection.state();
        } catch (IOException away) {
            // The request that posts says so.
            return Optional.empty();
        }
    }

    private void confirm(SourceState state) {
        if (state.seq() != null) {
            lines.confirm(state.seq());
        }
    }

    void stop() {
        stopped.countDown();
        CompletableFuture<HttpResponse<String>> sending = request;
        if (sending != null) {
            sending.cancel(true);
        }
    }
}
