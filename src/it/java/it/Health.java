package it;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/// What a server's health checks say.
///
/// @param status 200, or 503 when any check is down
/// @param up the names of the checks that are up
/// @param down the names of the checks that are down
public record Health(int status, Set<String> up, Set<String> down) {

    public static Health started(URI server) {
        return of(server, "started");
    }

    public static Health ready(URI server) {
        return of(server, "ready");
    }

    public static Health live(URI server) {
        return of(server, "live");
    }

    private static Health of(URI server, String question) {
        var response = Http.get(server.resolve("/health/" + question));
        var health = new Health(response.statusCode(), new TreeSet<>(), new TreeSet<>());
        for (JsonObject check :
                Instruments.object(response.body()).getJsonArray("checks").getValuesAs(JsonObject.class)) {
            (check.getString("status").equals("UP") ? health.up : health.down).add(check.getString("name"));
        }
        return health;
    }
}
