package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.client.StreamMessage.Published;
import tickertape.client.StreamMessage.Reported;
import tickertape.wire.Goodbye;
import tickertape.wire.Hello;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TopicInfo;
import tickertape.wire.Trade;

/// What the server writes, read by a JSON-B with its default configuration.
class DecoderTest {

    private static final Instant TIME = Instant.parse("2026-11-23T10:00:00.000001Z");
    private static final Symbol SYMBOL = new Symbol("BRK.B");
    private static final Topic<Note> NOTE = Topic.every("note", Note.class);
    private static final Topic<Comment> COMMENT = Topic.growing("comment", Comment.class, Comment::id);

    private final Decoder decoder = new Decoder(
            JsonbBuilder.create(),
            Map.of(
                    "quote",
                    Topic.QUOTE,
                    "trade",
                    Topic.TRADE,
                    "status",
                    Topic.STATUS,
                    "note",
                    NOTE,
                    "comment",
                    COMMENT));

    /// An event of a topic that the client does not define.
    public record Note(String room, int number) {}

    /// A seat that may be free.
    public record Seat(@Nullable String person, int number) {}

    /// A growing text whose type does without the place of a piece.
    public record Comment(String id, String text, @Nullable String by) {}

    @Test
    void quotesComeBackAsTheyWere() {
        String whole = """
                {"ask":10.20,"askSize":200,"bid":10.10,"bidSize":200,"change":0.10,"changePercent":1.00,"high":10.30,\
                "last":10.10,"lastSize":0.5,"low":9.90,"open":10.00,"previousClose":10.00,"seq":3,"status":"trading",\
                "symbol":"BRK.B","time":"2026-11-23T10:00:00.000001Z","volume":1234.5}""";
        String recorded = """
                {"change":0.10,"changePercent":1.00,"high":10.30,"last":10.10,"lastSize":0.5,"low":9.90,"open":10.00,\
                "previousClose":10.00,"seq":3,"sourceTime":"2026-11-23T10:00:00.000001Z","status":"trading",\
                "symbol":"BRK.B","time":"2026-11-23T10:00:00.000001Z","volume":1234.5}""";

        assertThat(decode("quote", whole))
                .isEqualTo(new Published<>(Topic.QUOTE, quote(price("10.10"), price("10.20"), null)));
        assertThat(decode("quote", recorded)).isEqualTo(new Published<>(Topic.QUOTE, quote(null, null, TIME)));
    }

    @Test
    void tradesAndStatusComeBackAsTheyWere() {
        String trade = """
                {"price":0.00000001,"size":0.3,"sourceTime":"2026-11-23T10:00:00.000001Z","symbol":"BRK.B",\
                "time":"2026-11-23T10:00:00.000001Z"}""";
        String open = """
                {"next":"closed","nextTime":"2026-11-23T10:00:00.000001Z","phase":"open",\
                "time":"2026-11-23T10:00:00.000001Z"}""";
        String halted = "{\"phase\":\"halted\",\"time\":\"2026-11-23T10:00:00.000001Z\"}";

        assertThat(decode("trade", trade))
                .isEqualTo(
                        new Published<>(Topic.TRADE, new Trade(SYMBOL, price("0.00000001"), price("0.3"), TIME, TIME)));
        assertThat(decode("status", open))
                .isEqualTo(new Published<>(
                        Topic.STATUS, new MarketStatus(MarketPhase.OPEN, MarketPhase.CLOSED, TIME, TIME)));
        assertThat(decode("status", halted))
                .isEqualTo(new Published<>(Topic.STATUS, new MarketStatus(MarketPhase.HALTED, null, null, TIME)));
    }

    @Test
    void whatTheStreamSaysOfItselfComesBackAsItWas() {
        String hello = """
                {"delayed":"PT3S","epoch":"9zoj2n68","heartbeat":"PT1.5S","offset":7,"resume":"resumed","time":"2026-11-23T10:00:00.000001Z",\
                "topics":[{"audience":"all","key":"symbol","kind":"latest","name":"quote","standard":true},\
                {"audience":"all","kind":"latest","name":"status","standard":true}],"version":"1.2.3"}""";
        var topics = List.of(
                new TopicInfo("quote", "latest", "symbol", null, true, "all", null),
                new TopicInfo("status", "latest", null, null, true, "all", null));
        var late = Duration.ofSeconds(3);

        assertThat(decoder.read(hello, Hello.class))
                .isEqualTo(new Hello("9zoj2n68", 7, TIME, Duration.ofMillis(1500), "1.2.3", "resumed", topics, late));
        assertThat(decoder.read("{\"reason\":\"shutdown\",\"retry\":3000}", Goodbye.class))
                .isEqualTo(new Goodbye("shutdown", 3000));
        assertThat(decoder.gap("{\"topics\":[\"trade\"]}").message())
                .isEqualTo(new Reported(new Report.Gap(List.of("trade"), Report.Origin.SERVER)));
    }

    @Test
    void topicsOfTheHelloKeepTheirTypeOnJava17() {
        // There, an implicit parameter has no generic type, and JSON-B reads a list of maps.
        assertThat(Hello.class.getConstructors()[0].getParameters())
                .allSatisfy(parameter -> assertThat(parameter.isNamePresent()).isTrue())
                .noneMatch(parameter -> parameter.isImplicit());
    }

    @Test
    void helloOfAServerThatDoesNotAnnounceTopicsHasNone() {
        String old = """
                {"epoch":"a","heartbeat":"PT15S","offset":7,"resume":"resumed","time":"2026-11-23T10:00:00Z",\
                "version":"0"}""";

        assertThat(decoder.read(old, Hello.class).topics()).isEmpty();
    }

    @Test
    void eventOfATopicThatIsNotReadIsIgnored() {
        assertThat(decoder.message("weather", "not even JSON", null)).isEmpty();
    }

    @Test
    void eventThatItsTypeRejectsIsReported() {
        assertThat(decode("trade", "{\"symbol\":\"A B\"}"))
                .isInstanceOfSatisfying(
                        Reported.class,
                        reported -> assertThat(reported.report())
                                .isInstanceOfSatisfying(
                                        Report.Unreadable.class,
                                        unreadable ->
                                                assertThat(unreadable.fault()).contains("A B")));
    }

    @Test
    void kindThatTheServerAnnouncesOverridesTheDeclaredOne() {
        String quote = "{\"room\":\"floor\",\"number\":7}";

        assertThat(queued("note", quote, null).key()).isNull();
        assertThat(queued("note", quote, new TopicInfo("note", "latest", "room", null, false, "all", null))
                        .key())
                .isEqualTo(new QueuedMessage.Key("note", "floor"));
        assertThat(queued("note", quote, new TopicInfo("note", "latest", "number", null, false, "all", null))
                        .key())
                .isEqualTo(new QueuedMessage.Key("note", "7"));
        assertThat(queued("note", quote, new TopicInfo("note", "latest", null, null, false, "all", null))
                        .key())
                .isEqualTo(new QueuedMessage.Key("note", ""));
    }

    @Test
    void kindThatTheClientDoesNotKnowCountsAsEvery() {
        String comment = "{\"id\":\"c1\",\"from\":0,\"text\":\"Up\"}";

        QueuedMessage queued =
                queued("comment", comment, new TopicInfo("comment", "shrinking", "id", null, false, "all", null));

        assertThat(queued.key()).isNull();
        assertThat(queued.droppableTopic()).isEqualTo("comment");
    }

    @Test
    void eventWithoutTheAnnouncedKeyIsNeverMerged() {
        QueuedMessage queued =
                queued("note", "{\"number\":7}", new TopicInfo("note", "latest", "room", null, false, "all", null));

        assertThat(queued.key()).isNull();
        assertThat(queued.droppableTopic()).isEqualTo("note");
    }

    @Test
    void eventWithoutTheKeyOfItsTopicIsNeverMerged() {
        Topic<Seat> seats = Topic.latest("seat", Seat.class, Seat::person);
        var own = new Decoder(JsonbBuilder.create(), Map.of("seat", seats));
        var announced = new TopicInfo("seat", "latest", "number", null, false, "all", null);

        assertThat(own.message("seat", "{\"person\":\"Ann\",\"number\":3}", announced)
                        .orElseThrow()
                        .key())
                .isEqualTo(new QueuedMessage.Key("seat", "Ann"));
        assertThat(own.message("seat", "{\"number\":3}", announced)
                        .orElseThrow()
                        .key())
                .isNull();
    }

    @Test
    void pieceWithoutItsPlaceInTheTextIsReported() {
        for (String place : List.of("", "\"from\":-1,", "\"from\":1.5,", "\"from\":\"a\",")) {
            assertThat(decode("comment", "{\"id\":\"c1\",%s\"text\":\"Up\"}".formatted(place)))
                    .as(place)
                    .isInstanceOf(Reported.class);
        }
    }

    @Test
    void joinedPiecesBecomeOneEventWithTheWholeText() {
        QueuedMessage first = queued("comment", "{\"id\":\"c1\",\"from\":0,\"text\":\"Up \"}", null);
        QueuedMessage second = queued("comment", "{\"id\":\"c1\",\"from\":3,\"text\":\"again\",\"by\":\"Ann\"}", null);

        assertThat(decoder.delivered(first)).isEqualTo(new Published<>(COMMENT, new Comment("c1", "Up ", null)));
        assertThat(decoder.delivered(first.mergedWith(second)))
                .isEqualTo(new Published<>(COMMENT, new Comment("c1", "Up again", "Ann")));
    }

    private StreamMessage decode(String event, String data) {
        return queued(event, data, null).message();
    }

    private QueuedMessage queued(String event, String data, @Nullable TopicInfo announced) {
        return decoder.message(event, data, announced).orElseThrow();
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
