package tickertape.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// The one JSON-B of the application, for the resources and for the tape alike.
@Provider
public class Json implements ContextResolver<Jsonb> {

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

    /// Gives the container its JSON-B.
    static class Producer {

        @Produces
        @ApplicationScoped
        static Jsonb jsonb() {
            return create();
        }

        // Disposers may not throw checked exceptions to good effect; JSON-B's close has nothing to fail at.
        static void close(@Disposes Jsonb jsonb) throws Exception {
            jsonb.close();
        }
    }
}
