package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.fault.KafkaBroker;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A server that ends while records come goes on behind the last one that it has taken.
class KafkaRestartIT {

    private static final int PAUSE_MILLIS = 10;
    private static final int AT_ONCE = 10;

    /// What comes again after a kill was put into the topic at most so long before it.
    private static final int KEPT_SECONDS = 5;

    @AutoClose
    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.started();
    }

    /// Puts a thousand trades a second into a topic.
    private static final class Flow implements AutoCloseable {

        private final AtomicInteger count = new AtomicInteger();
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final KafkaTopic topic;

        Flow(KafkaTopic topic) {
            this.topic = topic;
            var _ = thread.scheduleAtFixedRate(this::put, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void put() {
            for (int i = 0; i < AT_ONCE; i++) {
                topic.trade("FLOW", Integer.toString(count.incrementAndGet()));
            }
        }

        void awaitMore(int trades) {
            int before = count.get();
            await().until(() -> count.get() >= before + trades);
        }

        /// Ends it, and returns how many trades there were.
        int end() {
            close();
            topic.flush();
            return count.get();
        }

        @Override
        public void close() {
            thread.close();
        }
    }

    @Test
    void restartNeitherSkipsNorRepeats() {
        var settings = Map.of("FEED_KAFKA_BEGIN", "earliest", "FEED_KAFKA_DEAD_LETTERS", "restart-dead");
        try (var topic = KafkaTopic.create(broker, "restart", 1);
                var dead = KafkaTopic.create(broker, "restart-dead", 1);
                var market = KafkaServer.start(broker, "restart", settings);
                var flow = new Flow(topic)) {
            await().until(() -> market.hasQuote("FLOW"));
            topic.put("FLOW", "nonsense");
            flow.awaitMore(3000);

            market.server().terminate();
            flow.awaitMore(1000);
            market.server().startAgain();
            flow.awaitMore(1000);
            market.server().stop();
            market.server().startAgain();
            flow.awaitMore(1000);

            int sent = flow.end();
            await().until(() -> market.lastIs("FLOW", Integer.toString(sent)));
            await().until(() -> market.trades("FLOW") >= sent);
            assertThat(market.trades("FLOW")).isEqualTo(sent);
            assertThat(dead.records()).hasSize(1);
        }
    }

    @Test
    void killSkipsNothingAndRepeatsSecondsAtMost() {
        try (var topic = KafkaTopic.create(broker, "kill", 1);
                var market = KafkaServer.start(broker, "kill", Map.of("FEED_KAFKA_BEGIN", "earliest"));
                var flow = new Flow(topic)) {
            await().until(() -> market.hasQuote("FLOW"));
            flow.awaitMore(5000);

            market.server().kill();
            flow.awaitMore(1000);
            market.server().startAgain();
            flow.awaitMore(1000);

            int sent = flow.end();
            await().until(() -> market.lastIs("FLOW", Integer.toString(sent)));
            await().until(() -> market.trades("FLOW") >= sent);
            int repeated = market.trades("FLOW") - sent;
            System.out.printf(Locale.ROOT, "%d trades, %d came twice after a kill%n", sent, repeated);
            assertThat(repeated).isLessThanOrEqualTo(KEPT_SECONDS * 1000 / PAUSE_MILLIS * AT_ONCE);
        }
    }
}
