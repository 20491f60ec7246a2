package tickertape.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.ConfigProvider;
import tickertape.web.ProblemException;
import tickertape.web.start.FeatureSettings;

/// Answers 404 for the resources of features that are off.
@Provider
public class FeatureGate implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        String feature = FeatureSettings.of(resource.getResourceClass());
        if (FeatureSettings.off(ConfigProvider.getConfig()).contains(feature)) {
            context.register(new Filter(feature));
        }
    }

    private record Filter(String feature) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            throw new ProblemException(Status.NOT_FOUND, "the feature %s is off (features.off)".formatted(feature));
        }
    }
}
