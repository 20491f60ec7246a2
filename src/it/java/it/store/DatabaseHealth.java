package it.store;

import it.Http;
import it.Instruments;
import jakarta.json.JsonObject;
import java.net.URI;

/// What the check `database` of a server says.
///
/// @param ready the status of all checks together
/// @param reason why it is not available, or not written; empty where it is
/// @param paused the queues that it does not take rows of
/// @param writer who writes the history into it; empty if this server does
public record DatabaseHealth(
        int ready, boolean available, long waiting, long lost, String reason, String paused, String writer) {

    public static DatabaseHealth of(URI server) {
        var response = Http.get(server.resolve("/health/ready"));
        JsonObject check =
                Instruments.object(response.body()).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .filter(candidate -> candidate.getString("name").equals("database"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no check of the database: " + response.body()));
        JsonObject data = check.getJsonObject("data");
        return new DatabaseHealth(
                response.statusCode(),
                data.getBoolean("available"),
                data.getJsonNumber("waiting").longValue(),
                data.getJsonNumber("lost").longValue(),
                data.getString("reason", ""),
                data.getString("paused", ""),
                data.getString("writer", ""));
    }
}
