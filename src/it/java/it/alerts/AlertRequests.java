package it.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import it.Instruments;
import it.identity.Member;
import it.identity.RisingMarket;
import it.wire.Schemas;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/// What a user asks of its alerts, and whether the answers keep to their schemas.
final class AlertRequests {

    static final Schemas SCHEMAS = new Schemas();

    private AlertRequests() {}

    static JsonObject price(String direction, BigDecimal price) {
        return Json.createObjectBuilder()
                .add("type", "price")
                .add("of", "last")
                .add("direction", direction)
                .add("price", price)
                .build();
    }

    static JsonObject alert(JsonObject condition) {
        return Json.createObjectBuilder()
                .add("symbol", RisingMarket.SYMBOL)
                .add("condition", condition)
                .build();
    }

    static JsonObject created(Member member, JsonObject alert) {
        HttpResponse<String> response = member.post("api/alerts", alert);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonObject created = Member.json(response);
        assertThat(SCHEMAS.faults("alert-info", created.toString())).isEmpty();
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("api/alerts/" + created.getString("id")));
        return created;
    }

    static List<JsonObject> list(Member member, String path) {
        HttpResponse<String> response = member.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return Instruments.array(response.body()).stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    static String state(Member member, String id) {
        return Member.json(member.get("api/alerts/" + id)).getString("state");
    }

    static JsonObject change(Member owner, String id, String body) {
        HttpResponse<String> response = patch(owner, id, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(SCHEMAS.faults("alert-info", response.body())).isEmpty();
        return Member.json(response);
    }

    static HttpResponse<String> patch(Member owner, String id, String body) {
        return owner.send("PATCH", "api/alerts/" + id, Optional.of(Instruments.object(body.replace('\'', '"'))));
    }
}
