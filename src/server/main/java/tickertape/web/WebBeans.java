package tickertape.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;

/// Produces the JSON-B of the application.
@ApplicationScoped
public class WebBeans {

    @Produces
    @ApplicationScoped
    static Jsonb jsonb() {
        return JsonbProvider.create();
    }

    static void close(@Disposes Jsonb jsonb) throws Exception {
        jsonb.close();
    }
}
