package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.market.Market;
import tickertape.market.MarketDriver;
import tickertape.market.ScriptedFeed;
import tickertape.market.feed.DescribedFeeds;
import tickertape.market.feed.ReferenceData;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;

/// Each instrument comes once, and again when something else is known of it.
class InstrumentPublisherTest {

    private static final String ACME = """
            {"currency":"USD","mic":"XNYS","name":"%s","referencePrice":100.00,"sector":"Industrials","shares":1000,\
            "spread":2,"symbol":"ACME","tickSize":0.01,"volatility":5}\
            """;

    @TempDir
    private Path folder;

    private final FakeTime time = new FakeTime();

    @Test
    void onlyWhatHasChangedComesAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("instruments.csv"), "symbol,name\nACME,Acme Inc.\n");
        ReferenceData reference = ReferenceData.of(file, Optional.empty());
        var driver = new MarketDriver(DescribedFeeds.of(new ScriptedFeed("ACME", "BETA"), reference));
        Market market = driver.market();
        TopicDefinition topic = QuoteBeans.instrument(reference, market).topic("");
        Tape tape = Tapes.tape(10, time, topic);
        var publisher = new InstrumentPublisher(topic, market, Tapes.hub(tape, time), JsonbProvider.create());
        var cursor = new Cursor(
                tape,
                new Filter(tape.topics(), Map.of()),
                Optional.empty(),
                new ConflationPolicy(100, Duration.ofSeconds(1)));

        publisher.onTick(driver.tick());
        String first = Tapes.text(cursor.next());
        publisher.onTick(driver.tick());
        String second = Tapes.text(cursor.next());
        Files.writeString(file, "symbol,name\nACME,Acme Corporation\n");
        reference.look();
        reference.look();
        publisher.onTick(driver.tick());

        assertThat(first).contains(":instrument=" + ACME.formatted("Acme Inc."), "\"symbol\":\"BETA\"");
        assertThat(second).isEmpty();
        assertThat(Tapes.text(cursor.next())).isEqualTo("3:instrument=" + ACME.formatted("Acme Corporation"));
    }

    @Test
    void withoutAFileThereIsNoTopic() {
        var market = new Market(new ScriptedFeed("ACME"));

        assertThat(QuoteBeans.instrument(ReferenceData.NONE, market).all()).isEmpty();
    }
}
