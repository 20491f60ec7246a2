package it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;

/// The instruments that a server lists.
public record Instruments(List<JsonObject> all) {

    public static Instruments of(URI root) {
        return new Instruments(
                array(Http.get(root.resolve("api/instruments")).body()).getValuesAs(JsonObject.class));
    }

    public List<String> symbols() {
        return all.stream().map(instrument -> instrument.getString("symbol")).toList();
    }

    /// How many decimals its prices have.
    public int scale(String symbol) {
        return all.stream()
                .filter(instrument -> instrument.getString("symbol").equals(symbol))
                .map(instrument ->
                        instrument.getJsonNumber("tickSize").bigDecimalValue().scale())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no instrument " + symbol));
    }

    public static JsonArray array(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    public static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
