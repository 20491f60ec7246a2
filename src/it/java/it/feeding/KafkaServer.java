package it.feeding;

import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import it.fault.KafkaBroker;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// A server whose market a topic moves.
record KafkaServer(LibertyServer server) implements AutoCloseable {

    static KafkaServer start(KafkaBroker broker, String topic, Map<String, String> more) {
        var settings = new TreeMap<>(more);
        settings.put("FEED_SOURCE", "kafka");
        settings.put("FEED_KAFKA_SERVERS", broker.address());
        settings.put("FEED_KAFKA_TOPIC", topic);
        settings.putIfAbsent("COMMENTARY_ENABLED", "false");
        return new KafkaServer(LibertyServer.start(settings));
    }

    boolean isConnected() {
        return measure("tickertape_feed_kafka_connected") == 1;
    }

    long measure(String name, String... labels) {
        return Measures.of(server.uri()).count(name, labels);
    }

    boolean hasQuote(String symbol) {
        return Quotes.has(server.uri(), symbol);
    }

    JsonObject quote(String symbol) {
        return Quotes.of(server.uri(), symbol);
    }

    boolean lastIs(String symbol, String price) {
        return hasQuote(symbol)
                && quote(symbol).getJsonNumber("last").bigDecimalValue().compareTo(new BigDecimal(price)) == 0;
    }

    /// How many trades all bars of a symbol have, over restarts.
    int trades(String symbol) {
        var answer = Http.get(server.uri("api/candles/%s?interval=PT1M".formatted(symbol)));
        if (answer.statusCode() != 200) {
            return 0;
        }
        return Instruments.array(answer.body()).getValuesAs(JsonObject.class).stream()
                .mapToInt(bar -> bar.getInt("trades"))
                .sum();
    }

    @Override
    public void close() {
        server.close();
    }
}
