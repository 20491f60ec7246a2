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
import org.junit.jupiter.api.Test;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;
import tickertape.web.ProblemException;
import tickertape.web.RequestLimits;

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
        assertThatThrownBy(() -> of(Map.of("topic", List.of("quote,news")))).hasMessage("unknown topic: news");
    }

    @Test
    void emptyItemIsMalformed() {
        for (String list : List.of("", "A,", ",A", "A,,B", " ")) {
            assertThatThrownBy(() -> of(Map.of("symbol", List.of(list))))
                    .hasMessage("the parameter 'symbol' has an empty item");
        }
    }

    @Test
    void headerTakesPrecedenceOverTheParameter() {
        MultivaluedMap<String, String> query = query(Map.of("lastEventId", List.of("e0-4")));

        assertThat(StreamRequest.of(topics(), query, Optional.of("e0-5"), StreamRequest.Caller.NOBODY)
                        .last())
                .contains(FIVE);
        assertThat(StreamRequest.of(topics(), query, Optional.empty(), StreamRequest.Caller.NOBODY)
                        .last())
                .contains(new Position("e0", 4));
    }

    @Test
    void headerThatIsNoPositionStillTakesPrecedence() {
        MultivaluedMap<String, String> query = query(Map.of("lastEventId", List.of("e0-4")));

        assertThat(StreamRequest.of(topics(), query, Optional.of("what?"), StreamRequest.Caller.NOBODY)
                        .last())
                .isEmpty();
    }

    @Test
    void otherParametersAreIgnored() {
        assertThat(of(Map.of("cachebuster", List.of("1"), "", List.of("x")))
                        .filter()
                        .keys())
                .isEmpty();
    }

    @Test
    void rateIsAPositiveNumber() {
        assertThat(of(Map.of("rate", List.of("0.5"))).rate()).isEqualTo(0.5);
        assertThat(of(Map.of()).rate()).isZero();
        for (String nonsense : List.of("", "0", "0.0", "-1", "1e3", "NaN", "2,5", " 2", "99999", "fast")) {
            assertThatThrownBy(() -> of(Map.of("rate", List.of(nonsense))))
                    .as(nonsense)
                    .hasMessage("rate is a number above 0 such as 2 or 0.5, not '%s'".formatted(nonsense));
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

        StreamRequest request = StreamRequest.of(
                Set.of(alone), query(Map.of("", List.of("x"))), Optional.empty(), StreamRequest.Caller.NOBODY);

        assertThat(request.filter().keys()).isEmpty();
    }

    @Test
    void privateTopicAskedForByNobodyIsUnauthorizedWithAChallenge() {
        MultivaluedMap<String, String> query = query(Map.of("topic", List.of("quote,order")));

        assertThatThrownBy(() ->
                        StreamRequest.of(Set.of(QUOTE, ORDER), query, Optional.empty(), StreamRequest.Caller.NOBODY))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getResponse().getStatus()).isEqualTo(401);
                    assertThat(problem.getResponse().getHeaderString("WWW-Authenticate"))
                            .isEqualTo("Bearer");
                    assertThat(problem).hasMessage("topic 'order' is private: say who you are");
                });
    }

    @Test
    void callerGetsThePrivateTopicsAndNobodyOnlyThoseForAll() {
        Set<TopicDefinition> topics = Set.of(QUOTE, ORDER.asStandard());
        var ann = new StreamRequest.Caller(Optional.of("ann"), "Bearer");

        assertThat(StreamRequest.of(topics, query(Map.of()), Optional.empty(), ann)
                        .filter()
                        .topics())
                .isEqualTo(topics);
        assertThat(StreamRequest.of(topics, query(Map.of()), Optional.empty(), StreamRequest.Caller.NOBODY)
                        .filter()
                        .topics())
                .containsExactly(QUOTE);
    }

    private static StreamRequest of(Map<String, List<String>> query) {
        return StreamRequest.of(topics(), query(query), Optional.empty(), StreamRequest.Caller.NOBODY);
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
