package browser;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A market in which every price moves four times a second, which is more than in a real one.
final class BusyMarket implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final int size;
    private final Future<?> ticks;
    private int tick;

    final ScriptedServer server;

    BusyMarket(int size) {
        this.size = size;
        String[] symbols =
                IntStream.range(0, size).mapToObj("SYM%03d"::formatted).toArray(String[]::new);
        server = new ScriptedServer(ScriptedEvents.instruments(symbols), ScriptedEvents.hello("e1", "PT15S"));
        ticks = clock.scheduleAtFixedRate(this::tickAll, 250, 250, TimeUnit.MILLISECONDS);
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
        server.send(IntStream.range(0, size).mapToObj(this::quote).collect(Collectors.joining()));
    }

    private String quote(int number) {
        int seconds = tick / 4;
        String time = "%02d:%02d:%02d.%s".formatted(9 + seconds / 3600, seconds / 60 % 60, seconds % 60, tick % 4 * 25);
        int cents = 10_000 + number * 7 + (tick * 31 + number * 17) % 23 - 11;
        String price = "%s.%02d".formatted(cents / 100, cents % 100);
        return ScriptedEvents.quote(
                "e1-" + (tick * size + number), "SYM%03d".formatted(number), tick, price, time, "trading");
    }
}
