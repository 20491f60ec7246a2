package it.monitoring;

import it.Instruments;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The queries of the Grafana dashboard.
///
/// @param queries by the title of their panel and their letter in it
/// @param legends how the results of a query are named
record GrafanaDashboard(Map<String, Query> queries, Map<Query, String> legends) {

    static GrafanaDashboard read() {
        var read = new GrafanaDashboard(new TreeMap<>(), new HashMap<>());
        for (JsonObject panel : file().getJsonArray("panels").getValuesAs(JsonObject.class)) {
            for (JsonObject target : panel.getJsonArray("targets").getValuesAs(JsonObject.class)) {
                Query query = Query.of(target.getString("expr"));
                read.queries.put(panel.getString("title") + " " + target.getString("refId"), query);
                read.legends.put(query, target.getString("legendFormat"));
            }
        }
        return read;
    }

    private static JsonObject file() {
        try {
            return Instruments.object(Files.readString(Path.of("src/docs/grafana.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
