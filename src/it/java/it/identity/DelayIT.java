package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.openapi.OpenApi;
import it.openapi.Operation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Where prices are late for some, no path of the contract tells them anything too early.
class DelayIT {

    private static final Duration DELAY = Duration.ofSeconds(3);

    @AutoClose
    private static final DelayedServer SERVER = DelayedServer.start(DELAY);

    private static final URI ROOT = SERVER.root();
    private static final RisingMarket MARKET = SERVER.market();
    private static final Member TRADER = SERVER.robot("realtime");
    private static final Member NOBODY = new Member(ROOT);
    private static final Member USER = Member.signUp(ROOT, Member.name());

    private static EventStream stream(Member member, String query) {
        return EventStream.open(ROOT.resolve("api/stream?" + query), member.credential());
    }

    private static String all(HttpResponse<String> response) {
        return response.headers().map() + "\n" + response.body();
    }

    private static HttpResponse<String> ask(String method, String path, Member member, String accept) {
        String[] headers = Stream.concat(Stream.of(member.credential()), Stream.of("Accept", accept))
                .toArray(String[]::new);
        return Http.send(method, ROOT.resolve(path), headers);
    }

    /// All that the contract has to read, in all its forms, and what is beside it.
    private static List<String> paths(String verb) {
        Stream<String> beside = Stream.of("metrics", "health", "health/ready", "openapi", "index.html");
        Stream<String> contract = OpenApi.ofLiberty(ROOT).operations().stream()
                .filter(operation -> operation.method().equals(verb) && !operation.isStream())
                .flatMap(DelayIT::forms);
        return Stream.concat(contract, beside).toList();
    }

    private static Stream<String> forms(Operation operation) {
        String path = operation.path(RisingMarket.SYMBOL);
        var queries = new ArrayList<String>(List.of(""));
        if (operation.takes("limit")) {
            queries.add("?limit=2");
        }
        if (operation.takes("symbol")) {
            queries.add("?symbol=" + RisingMarket.SYMBOL);
        }
        if (operation.takes("interval")) {
            SERVER.intervals().forEach(interval -> queries.add("?interval=" + interval));
        }
        return queries.stream().map(query -> path + query);
    }

    @Test
    void noResourceTellsTooEarly() {
        var telling = new HashSet<String>();
        for (Member member : List.of(NOBODY, USER)) {
            for (String path : paths("GET")) {
                for (String accept : List.of("application/json", "text/csv")) {
                    String answer = all(ask("GET", path, member, accept));
                    MARKET.saw("GET %s as %s".formatted(path, accept), answer);
                    if (MARKET.tells(answer)) {
                        telling.add(path);
                    }
                }
            }
            for (String path : paths("HEAD")) {
                MARKET.saw("HEAD " + path, all(ask("HEAD", path, member, "*/*")));
            }
        }

        assertThat(telling)
                .contains("api/quotes", "api/quotes/UP", "api/trades/UP", "api/candles/UP")
                .anyMatch(path -> path.endsWith("?interval=P1W"));
        assertThat(MARKET.tooEarly(DELAY)).isEmpty();
    }

    @Test
    void noWriteTellsTooEarly() {
        OpenApi.ofLiberty(ROOT).operations().stream()
                .filter(operation -> Set.of("POST", "PUT", "DELETE").contains(operation.method()))
                .forEach(operation -> MARKET.saw(operation.toString(), all(written(operation))));

        assertThat(NOBODY.post("api/memos", memo()).statusCode()).isEqualTo(401);
        assertThat(USER.post("api/memos", memo()).statusCode()).isEqualTo(403);
        assertThat(TRADER.post("api/memos", memo()).statusCode()).isEqualTo(201);
        assertThat(MARKET.tooEarly(DELAY)).isEmpty();
    }

    private static HttpResponse<String> written(Operation operation) {
        return NOBODY.send(operation.method(), operation.path(""), Optional.of(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static JsonObject memo() {
        return Json.createObjectBuilder()
                .add("symbol", RisingMarket.SYMBOL)
                .add("text", "up it goes")
                .build();
    }

    /// With any id, also those that only somebody else can have.
    @Test
    void noStreamTellsTooEarly() {
        String query = "topic=%s&interval=%s"
                .formatted(String.join(",", SERVER.topics()), String.join(",", SERVER.intervals()));
        String epoch = MARKET.newestId().replaceFirst("-.*", "");
        for (Member member : List.of(NOBODY, USER)) {
            for (String id : List.of("", MARKET.newestId(), epoch + "-0", epoch + "-999999999")) {
                try (var stream = stream(member, query + "&lastEventId=" + id)) {
                    Event hello = stream.next();
                    MARKET.saw("hello", hello.toString());
                    assertThat(hello.json().getString("delayed")).isEqualTo(DELAY.toString());
                    assertThat(hello.json().getString("resume").equals("snapshot"))
                            .isEqualTo(!id.endsWith("-0"));
                    var come = new HashSet<String>();
                    while (!come.containsAll(Set.of("quote", "trade", "candle"))) {
                        Event event = stream.next();
                        come.add(event.name());
                        MARKET.saw("stream from " + id, event.toString());
                    }
                }
            }
        }

        assertThat(MARKET.tooEarly(DELAY)).isEmpty();
    }

    @Test
    void whatFeaturesPublishIsLateToo() {
        try (var stream = stream(NOBODY, "topic=memo")) {
            stream.next("hello");
            TRADER.post("api/memos", memo());

            Event memo = stream.next("memo");

            Instant written = Instant.parse(memo.json().getString("time"));
            assertThat(written.plus(DELAY)).isBefore(Instant.now());
        }
    }

    @Test
    void whoHasTheRightSeesEverythingAtOnce() {
        for (String path : List.of("api/quotes", "api/trades/UP", "api/candles/UP", "api/memos")) {
            HttpResponse<String> response = ask("GET", path, TRADER, "*/*");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().allValues("Vary").toString()).contains("Authorization", "Cookie");
        }
        for (String path : List.of("api/quotes/UP", "api/trades/UP", "api/candles/UP")) {
            await(path).until(() -> MARKET.isNew(all(ask("GET", path, TRADER, "*/*")), DELAY));
        }
        try (var stream = stream(TRADER, "topic=quote")) {
            assertThat(stream.next("hello").json()).doesNotContainKey("delayed");
            await().until(() -> MARKET.isNew(stream.next("quote").toString(), DELAY));
        }
    }

    @Test
    void tagOfWhatIsNewIsNoTagOfWhatIsLate() {
        for (String path : List.of("api/quotes/UP", "api/trades/UP", "api/candles/UP")) {
            String tag =
                    ask("GET", path, TRADER, "*/*").headers().firstValue("ETag").orElseThrow();

            assertThat(Http.get(ROOT.resolve(path), "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void resourceThatSaysNothingOfPricesIsClosedToWhoSeesThemLate() {
        assertThat(ask("GET", "api/memos", NOBODY, "*/*").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "api/memos", USER, "*/*").statusCode()).isEqualTo(403);
    }

    /// The stream that was opened without the right ends, and the next one goes on from where it was.
    @Test
    void rightThatIsGivenCountsFromTheNextStreamOn() {
        String name = Member.name();
        Member member = Member.signUp(ROOT, name);
        String last;
        try (var late = member.stream("topic=trade")) {
            assertThat(late.next("hello").json()).containsKey("delayed");
            give(name, "realtime");
            last = late.rest().getLast().id().orElseThrow();
        }
        member.put("api/session");
        try (var now = member.stream("topic=trade&lastEventId=" + last)) {
            JsonObject hello = now.next("hello").json();
            assertThat(hello).doesNotContainKey("delayed");
            assertThat(hello.getString("resume")).isEqualTo("resumed");
            give(name);
            assertThat(now.rest().getLast().json().getString("reason")).isEqualTo("expired");
        }
        member.put("api/session");
        try (var late = member.stream("topic=trade&lastEventId=" + MARKET.newestId())) {
            assertThat(late.next("hello").json()).containsKey("delayed");
        }
    }

    private static void give(String name, String... rights) {
        JsonObject change = Json.createObjectBuilder()
                .add("rights", Json.createArrayBuilder(List.of(rights)))
                .build();
        String path = "api/accounts/%s/rights".formatted(name.replace(" ", "%20"));
        assertThat(SERVER.robot("administrator").put(path, change).statusCode()).isEqualTo(200);
    }
}
