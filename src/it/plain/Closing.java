import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import tickertape.client.Tickertape;

/// Opens a stream, reads one quote and closes it, several times, and prints the threads that are left.
public class Closing {

    private static final int TIMES = 5;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    public static void main(String... args) throws InterruptedException {
        Set<Thread> before = threads();
        open(args[0], before);
        // Java starts these once: cleaners, and the carriers of virtual threads.
        await(Set.of());
        Set<Thread> javas = threads();

        for (int i = 0; i < TIMES; i++) {
            open(args[0], javas);
        }

        await(javas);
        System.out.println("threads left: " + left(javas));
    }

    private static void open(String server, Set<Thread> before) throws InterruptedException {
        var first = new CountDownLatch(1);
        try (var stream =
                Tickertape.at(server).onQuote(quote -> first.countDown()).open()) {
            first.await();
            System.out.println("threads while it is open: " + left(before));
        }
    }

    // Waits for the threads that the client names; all others that are left are printed.
    private static void await(Set<Thread> javas) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (left(javas).stream().anyMatch(Closing::ours) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static boolean ours(Thread thread) {
        return thread.getName().startsWith("tickertape-");
    }

    private static Set<Thread> left(Set<Thread> before) {
        Set<Thread> left = threads();
        left.removeAll(before);
        return left;
    }

    // Without those that the JDK starts for itself when it first needs them, such as its poller of sockets.
    private static Set<Thread> threads() {
        var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> {
            ThreadGroup group = thread.getThreadGroup();
            return group != null && group.getName().equals("InnocuousThreadGroup");
        });
        return threads;
    }
}
