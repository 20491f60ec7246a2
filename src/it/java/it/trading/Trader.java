package it.trading;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.Instruments;
import it.identity.Member;
import it.wire.Schemas;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/// Somebody who trades, and whether what it is answered keeps to the schemas.
record Trader(Member member) {

    static final Schemas SCHEMAS = new Schemas();
    static final String SYMBOL = "AAPL";

    static Trader signUp(URI server) {
        return new Trader(Member.signUp(server, Member.name()));
    }

    static JsonObjectBuilder order(String clOrdId, String side, String ordType, long qty) {
        return Json.createObjectBuilder()
                .add("clOrdId", clOrdId)
                .add("symbol", SYMBOL)
                .add("side", side)
                .add("ordType", ordType)
                .add("orderQty", qty);
    }

    /// One that trades only if the price falls to nearly nothing.
    static JsonObject hopeless(String clOrdId, long qty) {
        return order(clOrdId, "buy", "limit", qty).add("price", 1).build();
    }

    HttpResponse<String> post(JsonObject order) {
        return member.post("api/orders", order);
    }

    JsonObject place(JsonObject order) {
        HttpResponse<String> response = post(order);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonObject placed = checked("order", response);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(
                        address -> assertThat(address).endsWith("api/orders/" + placed.getString("orderId")));
        return placed;
    }

    JsonObject order(String id) {
        return checked("order", member.get("api/orders/" + id));
    }

    JsonObject portfolio() {
        return checked("portfolio", member.get("api/portfolio"));
    }

    BigDecimal amount(String field) {
        return portfolio().getJsonNumber(field).bigDecimalValue();
    }

    List<JsonObject> list(String path, String schema) {
        HttpResponse<String> response = member.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonObject> all = Instruments.array(response.body()).stream()
                .map(JsonValue::asJsonObject)
                .toList();
        all.forEach(each -> assertThat(SCHEMAS.faults(schema, each.toString()))
                .as(each.toString())
                .isEmpty());
        return all;
    }

    EventStream stream() {
        EventStream stream = member.stream("topic=order,portfolio,leaderboard,fill");
        stream.next("hello");
        return stream;
    }

    static JsonObject checked(String schema, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        assertThat(SCHEMAS.faults(schema, response.body())).as(response.body()).isEmpty();
        return Member.json(response);
    }

    /// The word of a refusal.
    static String reason(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
        return Member.json(response).getString("reason", "");
    }
}
