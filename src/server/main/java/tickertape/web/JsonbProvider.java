package tickertape.web;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// Provides the JSON-B of the application, which resources and tape share.
@Provider
public class JsonbProvider implements ContextResolver<Jsonb> {

    @Inject
    Jsonb jsonb;

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /// Writes properties in alphabetical order, omits absent ones, and writes times in microseconds and numbers without
    /// an exponent.
    public static Jsonb create() {
        return JsonbBuilder.create(
                new JsonbConfig().withAdapters(new Microseconds()).withSerializers(new PlainDecimals()));
    }
}
