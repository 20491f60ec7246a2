package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Where prices are late for some, no detail of an answer tells what is new: tags, positions, and texts about prices.
class DelayedDetailsIT {

    private static final Duration DELAY = Duration.ofSeconds(3);

    @AutoClose
    private static final DelayedServer SERVER = DelayedServer.start(DELAY);

    private static final URI ROOT = SERVER.root();
    private static final RisingMarket MARKET = SERVER.market();
    private static final Member TRADER = SERVER.robot("realtime");
    private static final Member NOBODY = new Member(ROOT);

    /// A tag that changes while the bars do not tells that something has happened.
    @Test
    void tagOfCandlesChangesWithThemAndNotBefore() {
        URI bars = ROOT.resolve("api/candles/UP?interval=PT1M&limit=2");
        var tags = new HashMap<String, String>();
        Instant end = Instant.now().plusSeconds(5);

        while (Instant.now().isBefore(end)) {
            HttpResponse<String> answer = Http.get(bars);
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(tags.putIfAbsent(answer.body(), tag)).isIn(null, tag);
        }

        assertThat(tags).hasSizeGreaterThan(3);
    }

    @Test
    void refusedStreamDoesNotConfirmAPositionThatIsTooNew() {
        Member member = Member.signUp(ROOT, Member.name());
        var streams = new ArrayList<EventStream>();
        try {
            String old;
            do {
                streams.add(member.stream("topic=trade"));
                old = streams.getLast().next("trade").id().orElseThrow();
            } while (streams.size() < DelayedServer.STREAMS);

            assertThat(refusal(member, old).id()).hasValue(old);
            assertThat(refusal(member, MARKET.newestId()).id()).isEmpty();
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    private static Event refusal(Member member, String id) {
        try (var refused = member.stream("topic=trade&lastEventId=" + id)) {
            Event goodbye = refused.rest().getLast();
            assertThat(goodbye.json().getString("reason")).isEqualTo("limit");
            return goodbye;
        }
    }

    @Test
    void textOfThePastIsSeenWhenAllThatItTellsMayBe() {
        JsonObject text =
                await().until(DelayedDetailsIT::newestText, Optional::isPresent).orElseThrow();
        String id = text.getString("id");

        assertThat(NOBODY.get("api/commentary").body()).doesNotContain(id);
        assertThat(NOBODY.get("api/commentary/" + id).statusCode()).isEqualTo(404);
        assertThat(TRADER.get("api/commentary/" + id).statusCode()).isEqualTo(200);
        await().until(() -> NOBODY.get("api/commentary/" + id).statusCode() == 200);
        assertThat(Instant.parse(text.getString("ended")).plus(DELAY)).isBefore(Instant.now());
        assertThat(NOBODY.get("api/commentary").body()).contains(id);
    }

    /// One that has just ended.
    private static Optional<JsonObject> newestText() {
        return Instruments.array(TRADER.get("api/commentary?limit=1").body()).stream()
                .map(JsonValue::asJsonObject)
                .filter(text ->
                        Instant.parse(text.getString("ended")).plusSeconds(1).isAfter(Instant.now()))
                .findFirst();
    }

    @Test
    void whoSeesPricesLateIsToldNothingOfNowByAnAnswer() {
        JsonObject question = Json.createObjectBuilder()
                .add("question", "how is UP?")
                .add("language", "en")
                .build();
        Member user = Member.signUp(ROOT, Member.name());

        assertThat(NOBODY.post("api/commentary", question).statusCode()).isEqualTo(401);
        assertThat(user.post("api/commentary", question).statusCode()).isEqualTo(403);
        assertThat(TRADER.post("api/commentary", question).statusCode()).isEqualTo(202);
        assertThat(List.of(user.get("api/commentary?topic=answer").body())).containsExactly("[]");
    }
}
