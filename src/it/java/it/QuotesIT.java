package it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The instruments, and the latest quote of each, by requests without a stream.
@OnArquillian
class QuotesIT {

    private static final List<String> PRICES = List.of("bid", "ask", "last", "open", "high", "low", "previousClose");

    @ArquillianResource
    URI root;

    @Deployment(testable = false)
    static WebArchive application() {
        return Packaged.application();
    }

    @BeforeEach
    void awaitTheMarket() {
        Quotes.awaitOneOfEach(root);
    }

    @Test
    void instrumentsSayWhatIsTraded() {
        HttpResponse<String> response = Http.get(root.resolve("api/instruments"));

        List<JsonObject> instruments = Instruments.array(response.body()).getValuesAs(JsonObject.class);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(instruments).hasSize(20).allSatisfy(instrument -> {
            assertThat(instrument.getString("symbol")).matches("[A-Z.]{1,6}");
            assertThat(instrument.getString("name")).isNotBlank();
            assertThat(instrument.getString("sector")).isNotBlank();
            assertThat(instrument.getString("mic")).matches("[A-Z]{4}");
            assertThat(instrument.getString("currency")).isEqualTo("USD");
            assertThat(decimal(instrument, "tickSize")).isPositive();
            assertThat(decimal(instrument, "referencePrice")).isPositive();
        });
    }

    @Test
    void quotesAreInTheOrderOfTheInstruments() {
        List<String> symbols = Instruments.of(root).symbols();

        assertThat(Quotes.atRest(root).getValuesAs(JsonObject.class))
                .extracting(quote -> quote.getString("symbol"))
                .containsExactlyElementsOf(symbols);
    }

    @Test
    void quoteHasAllItsFiguresAndTheyFit() {
        List<JsonObject> quotes = Quotes.atRest(root).getValuesAs(JsonObject.class);

        assertThat(quotes).allSatisfy(quote -> {
            assertThat(quote).containsKeys("bidSize", "askSize", "lastSize", "volume", "seq");
            assertThat(quote).doesNotContainKey("sourceTime");
            assertThat(quote.getString("status")).isEqualTo("trading");
            assertThat(decimal(quote, "bid")).isLessThan(decimal(quote, "ask"));
            assertThat(decimal(quote, "last")).isBetween(decimal(quote, "low"), decimal(quote, "high"));
            assertThat(decimal(quote, "open")).isBetween(decimal(quote, "low"), decimal(quote, "high"));
            assertThat(decimal(quote, "change"))
                    .isEqualTo(decimal(quote, "last").subtract(decimal(quote, "previousClose")));
            assertThat(decimal(quote, "changePercent").scale()).isEqualTo(2);
        });
    }

    @Test
    void pricesAreWrittenWithTheScaleOfTheirInstrument() {
        Instruments instruments = Instruments.of(root);

        List<JsonObject> quotes = Quotes.atRest(root).getValuesAs(JsonObject.class);

        assertThat(quotes).isNotEmpty().allSatisfy(quote -> {
            int scale = instruments.scale(quote.getString("symbol"));
            assertThat(PRICES)
                    .allSatisfy(price ->
                            assertThat(decimal(quote, price).scale()).as(price).isEqualTo(scale));
        });
    }

    @Test
    void timesAreInMicrosecondsAndOfNow() {
        List<JsonObject> quotes = Quotes.atRest(root).getValuesAs(JsonObject.class);

        assertThat(quotes).isNotEmpty().allSatisfy(quote -> {
            String time = quote.getString("time");
            assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
            assertThat(Instant.parse(time))
                    .isBetween(
                            Instant.now().minus(Duration.ofMinutes(10)),
                            Instant.now().plusSeconds(1));
        });
    }

    @Test
    void oneQuoteIsTheOneOfTheList() {
        JsonObject inList = Quotes.atRest(root).getJsonObject(0);
        String symbol = inList.getString("symbol");

        JsonObject quote = Instruments.object(
                Http.get(root.resolve("api/quotes/" + symbol)).body());

        assertThat(quote.getString("symbol")).isEqualTo(symbol);
        assertThat(quote.keySet()).isEqualTo(inList.keySet());
    }

    private static BigDecimal decimal(JsonObject object, String name) {
        return object.getJsonNumber(name).bigDecimalValue();
    }
}
