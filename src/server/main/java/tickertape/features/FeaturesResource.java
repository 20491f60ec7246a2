package tickertape.features;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tickertape.identity.OpenToAll;
import tickertape.identity.TellsNoPrices;
import tickertape.web.rest.ConditionalResponse;

/// The features of the page: every folder with a `feature.js`, in the WAR or below `META-INF/resources` of a jar.
@Path("features")
@RequestScoped
@TellsNoPrices
public class FeaturesResource {

    private static final String MODULE = "feature.js";

    @Inject
    ConditionalResponse response;

    @Inject
    ServletContext context;

    @Context
    HttpHeaders headers;

    // The page asks before anybody has signed in.
    @GET
    @OpenToAll
    public Response features() throws MalformedURLException {
        List<Feature> features = features(context);
        return response.all(headers, Integer.toHexString(features.hashCode()), Feature.class, features);
    }

    /// In alphabetical order.
    static List<Feature> features(ServletContext context) throws MalformedURLException {
        var features = new ArrayList<Feature>();
        @Nullable Collection<String> paths = context.getResourcePaths("/");
        for (String path : new TreeSet<>(paths == null ? List.of() : paths)) {
            @Nullable URL module = path.endsWith("/") ? context.getResource(path + MODULE) : null;
            if (module != null) {
                features.add(new Feature(path.substring(1) + MODULE));
            }
        }
        return features;
    }
}
