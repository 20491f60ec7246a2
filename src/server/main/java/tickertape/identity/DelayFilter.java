package tickertape.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import tickertape.web.ProblemException;

/// Where prices are late for some: closes to them each resource that does not say how it treats prices, so that one
/// which forgets it tells nothing too early. And it says how late answers are, and that they depend on who asks.
@Provider
@Priority(Priorities.AUTHORIZATION)
public class DelayFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /// Says how late the answer is, as the hello does on the stream.
    private static final String DELAYED = "Delayed";

    private static final String DEPENDS = DelayFilter.class.getName();
    private static final String WHO_ASKS = "%s, %s".formatted(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Context
    HttpServletRequest servlet;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!delay.isOn() || says(TellsNoPrices.class)) {
            return;
        }
        dependsOnWhoAsks(request);
        if (!says(DelaysPrices.class) && delay.appliesTo(servlet, callers)) {
            throw refusal(callers.find(servlet).isPresent());
        }
    }

    /// For who would see prices too early.
    ///
    /// @param isKnown whether it is somebody in particular
    static ProblemException refusal(boolean isKnown) {
        return isKnown
                ? new ProblemException(Status.FORBIDDEN, "this takes the right '%s'".formatted(Rights.REALTIME))
                : Callers.unauthorized("this takes the right '%s': sign in first".formatted(Rights.REALTIME));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(DEPENDS) != null) {
            response.getHeaders().add(HttpHeaders.VARY, WHO_ASKS);
            if (delay.appliesTo(servlet, callers)) {
                response.getHeaders().putSingle(DELAYED, delay.length().toString());
            }
        }
    }

    /// Has the answer say that who asks with another credential may get another.
    static void dependsOnWhoAsks(ContainerRequestContext request) {
        request.setProperty(DEPENDS, true);
    }

    private boolean says(Class<? extends Annotation> annotation) {
        return resource.getResourceMethod().isAnnotationPresent(annotation)
                || resource.getResourceClass().isAnnotationPresent(annotation);
    }
}
