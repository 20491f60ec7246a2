package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Health;
import it.LibertyServer;
import it.fault.KafkaBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A topic moves the market: readers see it in order, what is no good is kept elsewhere, and a broker may go and come
/// back.
class KafkaFeedIT {

    private static final String TOPIC = "prices";
    private static final String DEAD = "prices-dead";

    @AutoClose
    private static KafkaBroker broker;

    @AutoClose
    private static KafkaTopic prices;

    @AutoClose
    private static KafkaTopic dead;

    @AutoClose
    private static KafkaServer market;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.started();
        prices = KafkaTopic.create(broker, TOPIC, 3);
        dead = KafkaTopic.create(broker, DEAD, 1);
        market = KafkaServer.start(
                broker, TOPIC, Map.of("FEED_KAFKA_BEGIN", "earliest", "FEED_KAFKA_DEAD_LETTERS", DEAD));
        await().until(market::isConnected);
    }

    @Test
    void readersSeeTradesAndQuotesInOrder() {
        try (var readers = EventStream.open(market.server().uri("api/stream?topic=trade,quote"))) {
            readers.next("hello");
            prices.put("BTC/USD", FeedPost.trade("BTC/USD", "67920.11", "0.25"));
            prices.put("BTC/USD", FeedPost.trade("BTC/USD", "67920.12", "1"));
            prices.put(
                    "BTC/USD",
                    "{\"symbol\":\"BTC/USD\",\"bid\":\"67920.1\",\"ask\":67920.2,\"bidSize\":1,\"askSize\":2,\"seq\":1}");

            List<String> trades = new ArrayList<>();
            Event quote = null;
            while (quote == null || trades.size() < 2) {
                Event next = readers.next();
                if (next.is("trade") && next.symbol().equals("BTC/USD")) {
                    trades.add(next.json().getJsonNumber("price").toString());
                } else if (next.is("quote") && next.json().containsKey("bid")) {
                    quote = next;
                }
            }
            assertThat(trades).containsExactly("67920.11", "67920.12");
            assertThat(quote.json().get("bid")).hasToString("67920.10");
            assertThat(quote.json().get("volume")).hasToString("1.25");
        }
    }

    @Test
    void badRecordsLieInTheTopicOfDeadLettersAndAreCounted() {
        prices.put("BAD", "nonsense");
        prices.put("BAD", "{\"symbol\":\"BAD\",\"price\":1}");
        prices.put("BAD", "x".repeat(100_000));
        prices.put("BAD", "");
        prices.trade("BAD", "2");

        await().until(() -> market.lastIs("BAD", "2"));
        await().until(() -> market.measure("tickertape_feed_kafka_dead_letters_total", "outcome", "kept") == 3);
        List<ConsumerRecord<String, String>> letters = dead.records();
        assertThat(letters)
                .extracting(letter -> KafkaTopic.headers(letter).get("reason"))
                .containsExactly("not-json", "bad-fields", "too-long");
        assertThat(letters.get(1).value()).isEqualTo("{\"symbol\":\"BAD\",\"price\":1}");
        assertThat(letters.get(1).key()).isEqualTo("BAD");
        assertThat(KafkaTopic.headers(letters.get(1)))
                .containsEntry("fault", "the field 'size' is missing")
                .containsEntry("topic", TOPIC)
                .containsKeys("partition", "offset");
        assertThat(market.measure("tickertape_feed_kafka_refused_total", "reason", "not-json"))
                .isEqualTo(1);
        await().until(() -> market.server().log().contains("Lines of feeders: "));
    }

    @Test
    void brokerThatIsKilledOrFrozenIsMissedAndNothingIsLost() {
        prices.trade("AWAY", "1");
        await().until(() -> market.lastIs("AWAY", "1"));

        broker.kill();
        await().until(() -> !market.isConnected());
        await().until(() -> market.server().log().contains("The topic prices is not read: no broker answers at "));
        assertThat(Health.ready(market.server().uri()).status()).isEqualTo(200);
        broker.start();
        prices.trade("AWAY", "2");
        await().until(() -> market.lastIs("AWAY", "2"));
        await().until(() -> market.server().log().contains("The topic prices is read again"));

        broker.freeze();
        await().until(() -> !market.isConnected());
        broker.thaw();
        prices.trade("AWAY", "3");
        await().until(() -> market.lastIs("AWAY", "3"));
        await().until(market::isConnected);

        assertThat(market.quote("AWAY").get("volume")).hasToString("3");
        assertThat(market.server().log()).doesNotContain("NetworkClient");
    }

    @Test
    void serverWithoutItsTopicOrItsBrokerWaitsForThem() {
        try (var late = new KafkaBroker();
                var server = KafkaServer.start(late, "late", Map.of("FEED_KAFKA_BEGIN", "earliest"))) {
            await().until(() -> server.server().log().contains("The topic late is not read: no broker answers at "));
            assertThat(Health.ready(server.server().uri()).status()).isEqualTo(200);

            late.start();
            await().until(() ->
                    server.server().log().contains("The topic late is still not read: there is no topic late"));
            try (var topic = KafkaTopic.create(late, "late", 1)) {
                topic.trade("LATE", "1");
                await().until(() -> server.lastIs("LATE", "1"));
            }
            assertThat(server.server().log()).contains("The topic late is read again");
        }
    }

    @Test
    void serverThatIsNotToldItsBrokersDoesNotStart() {
        try (var server = LibertyServer.startRefused(Map.of("FEED_SOURCE", "kafka"))) {
            await().until(() -> server.log().contains("E Tickertape does not start: "));

            assertThat(server.log())
                    .contains("feed.kafka.servers must be set when feed.source is kafka: host:port of a broker");
        }
    }
}
