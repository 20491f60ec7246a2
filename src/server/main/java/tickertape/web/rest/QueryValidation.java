package tickertape.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/// Gives each resource method a filter that refuses parameters which the method does not have.
@Provider
public class QueryValidation implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceMethod().isAnnotationPresent(ChecksQuery.class)) {
            context.register(new Filter(QueryParameters.of(resource.getResourceMethod())));
        }
    }

    private record Filter(QueryParameters parameters) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            parameters.check(request.getUriInfo().getQueryParameters());
        }
    }
}
