import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import tickertape.client.Tickertape;

/// Reads one quote, closes, and says which threads are left once those of the client should have gone.
public class Closing {

    public static void main(String... args) throws InterruptedException {
        Set<Thread> before = threads();
        var first = new CountDownLatch(1);
        var stream = Tickertape.at(args[0]).onQuote(quote -> first.countDown()).open();
        first.await();
        System.out.println("threads while it is open: " + left(before));

        stream.close();

        long end = System.nanoTime() + 60_000_000_000L;
        while (!left(before).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        System.out.println("threads left: " + left(before));
    }

    private static Set<Thread> left(Set<Thread> before) {
        Set<Thread> left = threads();
        left.removeAll(before);
        return left;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
