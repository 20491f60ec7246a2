package it.trading;

import static it.trading.Trader.hopeless;
import static it.trading.Trader.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.Quotes;
import it.Race;
import it.identity.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an attacker may try with orders: nothing of it is booked, nothing fails on the server.
class HostileOrdersIT {

    private static final String JSON = "application/json";

    @AutoClose
    private static LibertyServer server;

    @AutoClose
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        server = LibertyServer.start(TradingOnServer.settings(Map.of("TRADING_SHORT_SELLING", "true")));
        Quotes.awaitOneOfEach(server.uri());
    }

    private static HttpResponse<String> post(Trader trader, String type, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.uri("api/orders"))
                        .headers(trader.member().credential())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void checkNothingHappened(Trader trader) {
        assertThat(trader.list("api/orders", "order")).isEmpty();
        assertThat(trader.amount("buyingPower")).isEqualByComparingTo("100000");
        assertThat(server.log()).doesNotContain("SRVE0777E", "The books refuse", "Exception in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'orderQty':NaN",
                "'orderQty':Infinity",
                "'orderQty':1e30",
                "'orderQty':1e-30",
                "'orderQty':1e99999999999",
                "'orderQty':1e99999999",
                "'orderQty':-1e99999999999",
                "'orderQty':9223372036854775808",
                "'orderQty':1.0000000000000000000000001",
                "'orderQty':-0",
                "'orderQty':0x10",
                "'orderQty':'ten'",
                "'orderQty':true",
                "'orderQty':[1]",
                "'orderQty':null",
                "'orderQty':1,'orderQty':2",
                "'orderQty':1,'clOrdId':'b'",
                "'orderQty':1,'price':1e99999999999",
                "'orderQty':1,'price':1e-99999999",
                "'orderQty':1,'stopPx':1",
                "'orderQty':1,'price':0.01",
                "'orderQty':1,'avgPx':0.01",
                "'orderQty':1,'reservePx':0",
                "'orderQty':1,'player':1",
                "'orderQty':1,'season':'2020-01'",
                "'orderQty':1,'positionEffect':'close'",
                "'orderQty':1,'transactTime':'1970-01-01T00:00:00Z'",
                "'orderQty':1,'expireTime':'9999-12-31T23:59:59Z'",
                "'orderQty':1,'timeInForce':'goodTillDate'",
                "'orderQty':1,'timeInForce':'immediateOrCancel'",
                "'orderQty':1}{'a':1",
            })
    void fieldsThatMakeNoSenseAreRefused(String fields) throws IOException, InterruptedException {
        Trader trader = Trader.signUp(server.uri());
        String body = "{'clOrdId':'a','symbol':'AAPL','side':'buy','ordType':'market',%s}".formatted(fields);

        HttpResponse<String> answer = post(trader, JSON, body.replace('\'', '"'));

        assertThat(reason(answer, 400)).isEmpty();
        checkNothingHappened(trader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a\\u0000b",
                "a\\u202eb",
                "a\\nb",
                "' OR 1=1 --",
                "house:1",
                "",
            })
    void namesThatAreMarkupOrOfTheHouseAreRefused(String name) throws IOException, InterruptedException {
        Trader trader = Trader.signUp(server.uri());
        String order = "{\"clOrdId\":\"%s\",\"symbol\":\"%s\",\"side\":\"buy\",\"ordType\":\"market\",\"orderQty\":1}";

        assertThat(reason(post(trader, JSON, order.formatted(name, "AAPL")), 400))
                .isEmpty();
        assertThat(post(trader, JSON, order.formatted("a", name)))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer ->
                        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json"));
        checkNothingHappened(trader);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "multipart/form-data, 415",
        "application/xml, 415",
    })
    void onlyJsonIsAnOrder(String type, int status) throws IOException, InterruptedException {
        Trader trader = Trader.signUp(server.uri());

        assertThat(reason(post(trader, type, hopeless("a", 1).toString()), status))
                .isEmpty();
        checkNothingHappened(trader);
    }

    @Test
    void bodiesThatAreHugeOrDeepAreRefused() throws IOException, InterruptedException {
        Trader trader = Trader.signUp(server.uri());
        String order = hopeless("a", 1).toString();
        String digits = "9".repeat(50_000);

        assertThat(reason(post(trader, JSON, order + " ".repeat(1 << 20)), 413)).isEmpty();
        for (String body : List.of(
                "",
                "[]",
                "null",
                "[" + order + "]",
                "[".repeat(30_000) + "]".repeat(30_000),
                order.replace("\"price\":1", "\"price\":" + digits),
                order.replace("\"price\":1", "\"price\":0." + digits),
                order.replace("\"price\":1", "\"price\":1e" + digits))) {
            assertThat(reason(post(trader, JSON, body), 400)).isEmpty();
        }
        checkNothingHappened(trader);
    }

    @Test
    void ordersOfOthersCanNeitherBeSeenNorCanceled() {
        Trader owner = Trader.signUp(server.uri());
        Trader other = Trader.signUp(server.uri());
        String id = owner.place(hopeless("mine", 100)).getString("orderId");

        Stream.of(
                        id,
                        "000000000000000",
                        "999999999999999",
                        "-00000000000001",
                        "+00000000000001",
                        "%2e%2e",
                        "1%20OR%201")
                .forEach(guess -> {
                    assertThat(reason(other.member().get("api/orders/" + guess), 404))
                            .isEmpty();
                    assertThat(reason(other.member().delete("api/orders/" + guess), 404))
                            .isEmpty();
                });

        // The same name is another order of another owner.
        assertThat(other.place(hopeless("mine", 200)).getString("orderId")).isNotEqualTo(id);
        assertThat(owner.order(id).getString("ordStatus")).isEqualTo("new");
        assertThat(owner.amount("reserved")).isEqualByComparingTo("100");
    }

    @Test
    void anotherOrderOfTheSameNameIsRefusedAlsoAfterTheFirstHasEnded() {
        Trader trader = Trader.signUp(server.uri());
        String id = trader.place(hopeless("a", 100)).getString("orderId");
        assertThat(trader.member().delete("api/orders/" + id).statusCode()).isEqualTo(200);

        JsonObject dearer =
                Json.createObjectBuilder(hopeless("a", 100)).add("price", 2).build();
        assertThat(reason(trader.post(dearer), 409)).isEqualTo("otherContent");
        HttpResponse<String> again = trader.post(hopeless("a", 100));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Member.json(again).getString("ordStatus")).isEqualTo("canceled");
        assertThat(trader.amount("reserved")).isEqualByComparingTo("0");
    }

    @Test
    void orderIsCanceledOnceHoweverOftenItIsAskedFor() {
        Trader trader = Trader.signUp(server.uri());
        String id = trader.place(hopeless("a", 90_000)).getString("orderId");

        List<HttpResponse<String>> answers = Race.of(
                50,
                i -> () -> i % 2 == 0
                        ? trader.member().delete("api/orders/" + id)
                        : trader.post(hopeless("n" + i, 90_000)));

        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .as("canceled once")
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSizeLessThan(2);
        await().until(() -> {
            int reserved = trader.amount("reserved").intValueExact();
            return reserved == 0 || reserved == 90_000;
        });
        TradingOnServer.awaitBalance(server);
    }
}
