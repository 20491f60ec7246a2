package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.testing.Tapes.ORDER;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.identity.Caller;
import tickertape.identity.Scope;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.ProblemException;
import tickertape.wire.RequestLimits;

/// How a query becomes a filter and a position.
class StreamRequestTest {

    private static final Position FIVE = new Position("e0", 5);

    @Test
    void noTopicMeansTheStandardOnes() {
        assertThat(of(Map.of()).filter().topics()).containsExactly(QUOTE);
    }

    @Test
    void listsAreSeparatedByCommasOrRepeatedOrBoth() {
        StreamRequest request = of(Map.of("topic", List.of("trade", "quote"), "symbol", List.of("A, B", "C")));

        assertThat(request.filter().topics()).containsExactlyInAnyOrder(QUOTE, TRADE);
        assertThat(request.filter().keys()).containsEntry("symbol", Set.of("A", "B", "C"));
    }

    @Test
    void everyUnknownSymbolIsNamedAndNoOther() {
        assertThatThrownBy(() -> of(Map.of("symbol", List.of("A,X", "Y"))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("unknown symbol: X, Y");
    }

    @Test
    void unknownTopicIsNamed() {
        assertThatThrownBy(() -> of(Map.of("topic", List.of("quote,news"))))
                .hasMessageMatching("unknown topic: news; it is one of ([a-z]+, )*quote(, [a-z]+)*");
    }

    @Test
    void emptyItemIsMalformed() {
        for (String list : List.of("", "A,", ",A", "A,,B", " ")) {
            assertThatThrownBy(() -> of(Map.of("symbol", List.of(list))))
                    .hasMessage("the parameter 'symbol' has an empty item");
        }
    }

    @Test
    void ofSeveralPositionsTheNewestThatTheTapeKnowsCounts() {
        assertThat(last(List.of("e0-5"), "e0-4")).contains(FIVE);
        assertThat(last(List.of("e0-4"), "e0-5")).contains(FIVE);
        assertThat(last(List.of(), "e0-4", "e0-5", "e0-3")).contains(FIVE);
        assertThat(last(List.of("e0-1", "e0-5"))).contains(FIVE);
        assertThat(last(List.of("e9-9"), "e0-5")).as("another tape").contains(FIVE);
        assertThat(last(List.of("e0-999"), "e0-5")).as("beyond the end").contains(FIVE);
    }

    @Test
    void whatIsNoPositionDoesNotHideOneThatIs() {
        for (String nonsense : List.of("", "what?", "e0-", "-5")) {
            assertThat(last(List.of(nonsense), "e0-5")).as(nonsense).contains(FIVE);
            assertThat(last(List.of("e0-5"), nonsense)).as(nonsense).contains(FIVE);
            assertThat(last(List.of(nonsense))).as(nonsense).isEmpty();
        }
    }

    private static Optional<Position> last(List<String> headers, String... parameters) {
        Tape tape = Tapes.tape(10, new FakeTime());
        tape.append(Tapes.batch("qA1 qA2 qA3 qA4 qA5"));
        var query = new MultivaluedHashMap<String, String>();
        for (String parameter : parameters) {
            query.add("lastEventId", parameter);
        }
        return StreamRequest.of(topics(), query, headers, Optional.empty()).last(tape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbols", "symbol[]", "Rate", "cachebuster", "offset", "room"})
    void unknownParameterIsNamed(String name) {
        assertThatThrownBy(() -> of(Map.of(name, List.of("1"))))
                .hasMessage("unknown parameter '%s'; this resource has lastEventId, rate, symbol, topic", name);
    }

    @Test
    void cacheBusterAndAnEndOfNothingPass() {
        assertThat(of(Map.of("_", List.of("1", "2"), "", List.of(""))).filter().keys())
                .isEmpty();
    }

    @Test
    void rateMayComeOnce() {
        assertThatThrownBy(() -> of(Map.of("rate", List.of("1", "2"))))
                .hasMessage("the parameter 'rate' may come once, not 2 times");
    }

    @Test
    void rateIsRoundedToSixDecimals() {
        assertThat(of(Map.of("rate", List.of("0.3333333333333333"))).rate()).isEqualTo(0.333333);
        assertThat(of(Map.of("rate", List.of("0.0000005"))).rate()).isEqualTo(0.000001);
        assertThatThrownBy(() -> of(Map.of("rate", List.of("0.0000004")))).hasMessageStartingWith("rate is a number");
    }

    @Test
    void rateIsAPositiveNumber() {
        assertThat(of(Map.of("rate", List.of("0.5"))).rate()).isEqualTo(0.5);
        assertThat(of(Map.of()).rate()).isZero();
        for (String nonsense : List.of("", "0", "0.0", "-1", "1e3", "NaN", "2,5", " 2", "10000", "99999", "fast")) {
            assertThatThrownBy(() -> of(Map.of("rate", List.of(nonsense))))
                    .as(nonsense)
                    .hasMessage(
                            "rate is a number above 0 and below 10000 such as 2 or 0.5, not '%s'".formatted(nonsense));
        }
    }

    @Test
    void listIsNotLongerThanItsLimit() {
        int limit = RequestLimits.LIST_ITEMS;
        String list = IntStream.rangeClosed(0, limit).mapToObj(i -> "S" + i).collect(Collectors.joining(","));

        assertThatThrownBy(() -> of(Map.of("symbol", List.of(list))))
                .hasMessage("the parameter 'symbol' has %s items; the limit is %s".formatted(limit + 1, limit));
    }

    @Test
    void topicWithoutKeysIsFilteredByNothing() {
        var alone = TopicDefinition.latest("status").asStandard();

        StreamRequest request =
                StreamRequest.of(Set.of(alone), query(Map.of("", List.of(""))), List.of(), Optional.empty());

        assertThat(request.filter().keys()).isEmpty();
    }

    @Test
    void privateTopicAskedForByNobodyIsUnauthorizedWithAChallenge() {
        MultivaluedMap<String, String> query = query(Map.of("topic", List.of("quote,order")));

        assertThatThrownBy(() -> StreamRequest.of(Set.of(QUOTE, ORDER), query, List.of(), Optional.empty()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getResponse().getStatus()).isEqualTo(401);
                    assertThat(problem.getResponse().getHeaderString("WWW-Authenticate"))
                            .isEqualTo("Bearer realm=\"tickertape\"");
                    assertThat(problem).hasMessage("topic 'order' is private: say who you are");
                });
    }

    @Test
    void callerGetsThePrivateTopicsAndNobodyOnlyThoseForAll() {
        Set<TopicDefinition> topics = Set.of(QUOTE, ORDER.asStandard());
        var ann = Optional.of(new Caller("ann", "Ann", Set.of(), Set.of(Scope.READ), "session:1", Optional.empty()));

        assertThat(StreamRequest.of(topics, query(Map.of()), List.of(), ann)
                        .filter()
                        .topics())
                .isEqualTo(topics);
        assertThat(StreamRequest.of(topics, query(Map.of()), List.of(), Optional.empty())
                        .filter()
                        .topics())
                .containsExactly(QUOTE);
    }

    @Test
    void parameterChoosesTheFormOfATopic() {
        var forms = TopicVariants.of(
                "interval", List.of("PT1M", "PT1H", "P1D"), "PT1M", any -> TopicDefinition.latest("candle"));
        Set<TopicDefinition> topics =
                Stream.concat(Stream.of(QUOTE), forms.all().stream()).collect(Collectors.toSet());

        assertThat(chosen(topics, Map.of("topic", List.of("candle")))).containsExactly(forms.topic("PT1M"));
        assertThat(chosen(topics, Map.of("topic", List.of("candle,quote"), "interval", List.of("P1D,PT1H"))))
                .containsExactlyInAnyOrder(QUOTE, forms.topic("PT1H"), forms.topic("P1D"));
        assertThat(chosen(topics, Map.of("interval", List.of("P1D")))).containsExactly(QUOTE);
        assertThatThrownBy(() -> chosen(topics, Map.of("topic", List.of("candle"), "interval", List.of("PT2M"))))
                .hasMessage("unknown interval: PT2M; it is one of P1D, PT1H, PT1M");
        assertThatThrownBy(() -> chosen(topics, Map.of("intervall", List.of("PT1M"))))
                .hasMessageStartingWith("unknown parameter 'intervall'; this resource has interval, ");
    }

    private static Set<TopicDefinition> chosen(Set<TopicDefinition> topics, Map<String, List<String>> query) {
        return StreamRequest.of(topics, query(query), List.of(), Optional.empty())
                .filter()
                .topics();
    }

    private static StreamRequest of(Map<String, List<String>> query) {
        return StreamRequest.of(topics(), query(query), List.of(), Optional.empty());
    }

    private static Set<TopicDefinition> topics() {
        return Set.of(QUOTE, TRADE);
    }

    private static MultivaluedMap<String, String> query(Map<String, List<String>> values) {
        var query = new MultivaluedHashMap<String, String>();
        values.forEach((name, list) -> query.put(name, List.copyOf(list)));
        return query;
    }
}
