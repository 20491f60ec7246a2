package tickertape.identity.audit;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import tickertape.identity.Authentication;
import tickertape.identity.Callers;

/// Notes in the audit log whom a resource has refused, and why.
@Provider
public class RefusalFilter implements ContainerResponseFilter {

    private static final int LONGEST = 200;

    @Inject
    AuditLog audit;

    @Inject
    Callers callers;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        action(response.getStatus()).ifPresent(action -> {
            String what =
                    "%s %s".formatted(request.getMethod(), request.getUriInfo().getPath());
            audit.refused(
                    action,
                    callers.find(servlet),
                    servlet,
                    what.length() <= LONGEST ? what : what.substring(0, LONGEST));
        });
    }

    private Optional<AuditAction> action(int status) {
        return switch (Status.fromStatusCode(status)) {
            case UNAUTHORIZED ->
                callers.authenticate(servlet) instanceof Authentication.Invalid
                        ? Optional.of(AuditAction.TOKEN_REFUSED)
                        : Optional.empty();
            case FORBIDDEN -> Optional.of(AuditAction.ACCESS_REFUSED);
            case TOO_MANY_REQUESTS -> Optional.of(AuditAction.TOO_MANY_REFUSED);
            case null, default -> Optional.empty();
        };
    }
}
