package tickertape.web;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// The one JSON-B of the application, for the resources and for the tape alike.
@Provider
public class JsonbProvider implements ContextResolver<Jsonb> {

    @Inject
    Jsonb jsonb;

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /// How values are written: properties in alphabetical order, absent ones left out, times in microseconds.
    public static Jsonb create() {
        return JsonbBuilder.create(new JsonbConfig().withAdapters(new Microseconds()));
    }
}
