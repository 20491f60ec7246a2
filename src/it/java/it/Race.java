package it;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many requests at once.
public final class Race {

    private Race() {}

    /// What comes of each, in the order of their numbers, which begin with 0.
    public static <T> List<T> of(int count, IntFunction<Callable<T>> runner) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> runners = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(runner.apply(i)))
                    .toList();
            return runners.stream().map(Race::result).toList();
        }
    }

    private static <T> T result(Future<T> runner) {
        try {
            return runner.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
