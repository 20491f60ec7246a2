package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.web.JsonbProvider;
import tickertape.wire.Gap;
import tickertape.wire.Goodbye;
import tickertape.wire.Hello;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TopicInfo;
import tickertape.wire.Trade;

/// What the server writes, read by a JSON-B that was told nothing of it.
class DecoderTest {

    private static final Instant TIME = Instant.parse("2026-11-23T10:00:00.000001Z");
    private static final Symbol SYMBOL = new Symbol("BRK.B");

    private final Jsonb server = JsonbProvider.create();
    private final Decoder decoder = new Decoder(JsonbBuilder.create());

    @Test
    void quotesComeBackAsTheyWere() {
        var whole = quote(price("10.10"), price("10.20"), null);
        var recorded = quote(null, null, TIME);

        assertThat(decoder.message("quote", server.toJson(whole))).contains(new StreamMessage.Quoted(whole));
        assertThat(decoder.message("quote", server.toJson(recorded))).contains(new StreamMessage.Quoted(recorded));
    }

    @Test
    void tradesAndStatusComeBackAsTheyWere() {
        var trade = new Trade(SYMBOL, price("0.00000001"), price("0.3"), TIME, TIME);
        var open = new MarketStatus(MarketPhase.OPEN, MarketPhase.CLOSED, TIME, TIME);
        var halted = new MarketStatus(MarketPhase.HALTED, null, null, TIME);

        assertThat(decoder.message("trade", server.toJson(trade))).contains(new StreamMessage.Traded(trade));
        assertThat(decoder.message("status", server.toJson(open))).contains(new StreamMessage.MarketIs(open));
        assertThat(decoder.message("status", server.toJson(halted))).contains(new StreamMessage.MarketIs(halted));
    }

    @Test
    void whatTheStreamSaysOfItselfComesBackAsItWas() {
        var topics = List.of(
                new TopicInfo("quote", "latest", "symbol", true, "all"),
                new TopicInfo("status", "latest", null, true, "all"));
        var hello = new Hello("9zoj2n68", 7, TIME, Duration.ofMillis(1500), "1.2.3", "resumed", topics);
        var goodbye = new Goodbye("shutdown", 3000);

        assertThat(decoder.read(server.toJson(hello), Hello.class)).isEqualTo(hello);
        assertThat(decoder.read(server.toJson(goodbye), Goodbye.class)).isEqualTo(goodbye);
        assertThat(decoder.message("gap", server.toJson(new Gap(List.of("trade")))))
                .contains(new StreamMessage.Reported(new Report.Gap(List.of("trade"), Report.Origin.SERVER)));
    }

    @Test
    void helloOfAServerThatDoesNotAnnounceTopicsHasNone() {
        String old = """
                {"epoch":"a","heartbeat":"PT15S","offset":7,"resume":"resumed","time":"2026-11-23T10:00:00Z","version":"0"}
                """;

        assertThat(decoder.read(old, Hello.class).topics()).isEmpty();
    }

    private static Quote quote(@Nullable BigDecimal bid, @Nullable BigDecimal ask, @Nullable Instant sourceTime) {
        BigDecimal size = bid == null ? null : price("200");
        return new Quote(
                SYMBOL,
                bid,
                ask,
                size,
                size,
                price("10.10"),
                price("0.5"),
                price("10.00"),
                price("10.30"),
                price("9.90"),
                price("10.00"),
                price("0.10"),
                price("1.00"),
                price("1234.5"),
                3,
                TIME,
                sourceTime,
                QuoteStatus.TRADING);
    }

    private static BigDecimal price(String text) {
        return new BigDecimal(text);
    }
}
