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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;
import tickertape.web.write.WriteFilter;

/// Finds out who makes a request, before its resource sees it: a credential that is no good is refused, and where only
/// who is signed in may read, so is nobody. Whatever comes after it finds the caller in the request's security context.
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WRITER = AuthenticationFilter.class.getName();

    @Inject
    Callers callers;

    @Inject
    WritesUnderWay writes;

    @Inject
    @ConfigProperties(prefix = "access")
    AccessSettings settings;

    @Context
    HttpServletRequest servlet;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Authentication authentication = callers.authenticate(servlet);
        if (authentication instanceof Authentication.Invalid(String reason)) {
            throw Callers.invalid(reason);
        }
        Optional<Caller> caller = callers.find(servlet);
        caller.ifPresent(known -> {
            request.setSecurityContext(new CallerContext(known, servlet.isSecure()));
            request.setProperty(WriteFilter.CREDENTIAL, known.lastingCredential());
            if (WriteFilter.isWrite(request)) {
                writes.begin(known.id());
                request.setProperty(WRITER, known.id());
            }
        });
        if (settings.signedInOnly() && !isOpenToAll()) {
            DelayFilter.dependsOnWhoAsks(request);
            if (!isLetThrough(authentication)) {
                callers.require(servlet, Scope.READ);
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(WRITER) instanceof String account) {
            writes.end(account);
        }
    }

    private boolean isOpenToAll() {
        return resource.getResourceMethod().isAnnotationPresent(OpenToAll.class)
                || resource.getResourceClass().isAnnotationPresent(OpenToAll.class);
    }

    // A stream says itself that a session has ended, in a way that browsers come back after.
    private boolean isLetThrough(Authentication authentication) {
        return authentication instanceof Authentication.Expired
                && resource.getResourceClass().isAnnotationPresent(TellsExpiry.class);
    }

    /// The caller, as JAX-RS knows one.
    private record CallerContext(Caller caller, boolean secure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.has(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
