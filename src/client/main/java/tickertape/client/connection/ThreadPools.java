package tickertape.client.connection;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes the client's own threads: daemons with a name and the opener's class loader.
public final class ThreadPools {

    private ThreadPools() {}

    /// Threads that keep no program alive.
    ///
    /// @param number how many tasks can run at once
    public static ScheduledExecutorService daemons(int number, String name, ClassLoader loader) {
        return Executors.newScheduledThreadPool(number, named(ThreadPools::daemon, name, loader));
    }

    /// Threads whose blocking reads end when they are interrupted: virtual threads if Java has them (21 and
    /// newer).
    static ScheduledExecutorService interruptible(int number, String name, ClassLoader loader) {
        return Executors.newScheduledThreadPool(number, named(virtual(), name, loader));
    }

    private static ThreadFactory named(ThreadFactory threads, String name, ClassLoader loader) {
        var count = new AtomicInteger();
        return task -> {
            Thread thread = threads.newThread(task);
            thread.setName(name + "-" + count.incrementAndGet());
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    // By reflection, because the client is compiled for Java 17. On 19 and 20 they are a preview, and the call fails.
    private static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            var factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
            return (ThreadFactory) factory.invoke(builder);
        } catch (NoSuchMethodException | ClassNotFoundException | IllegalAccessException olderJava) {
            return ThreadPools::daemon;
        } catch (InvocationTargetException preview) {
            return ThreadPools::daemon;
        }
    }
}
