package browser;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A market in which every price moves with every tick, which is more than in a real one.
final class BusyMarket implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final int size;
    private final int rate;
    private final Future<?> ticks;
    private int tick;

    final ScriptedServer server;

    BusyMarket(int size) {
        this(size, 4);
    }

    /// @param rate how many ticks there are in a second
    BusyMarket(int size, int rate) {
        this.size = size;
        this.rate = rate;
        String[] symbols = IntStream.range(0, size)
                .mapToObj(number -> String.format(Locale.ROOT, "SYM%03d", number))
                .toArray(String[]::new);
        server = new ScriptedServer(ScriptedEvents.instruments(symbols), ScriptedEvents.hello("e1", "PT15S"));
        ticks = clock.scheduleAtFixedRate(this::tickAll, 1000 / rate, 1000 / rate, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.close();
        if (ticks.state() == Future.State.FAILED) {
            throw new IllegalStateException("the ticks have stopped", ticks.exceptionNow());
        }
    }

    private void tickAll() {
        tick++;
        String frames = IntStream.range(0, size).mapToObj(this::quote).collect(Collectors.joining());
        if (tick == 1) {
            server.send(frames);
        } else {
            server.sendAlike(frames);
        }
    }

    private String quote(int number) {
        int seconds = tick / rate;
        String time = String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%02d0000",
                9 + seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                tick % rate * (100 / rate));
        int cents = 10_000 + number * 7 + (tick * 31 + number * 17) % 23 - 11;
        String price = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
        return ScriptedEvents.quote(
                "e1-" + (tick * size + number),
                String.format(Locale.ROOT, "SYM%03d", number),
                tick,
                price,
                time,
                "trading");
    }
}
