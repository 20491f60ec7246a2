package tickertape.alerts.webhook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tickertape.identity.Callers;
import tickertape.identity.Scope;
import tickertape.identity.TellsNoPrices;

/// What the requests to the caller's webhooks are signed with. Who may only read does not see it.
@Path("alerts/webhook-secret")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@TellsNoPrices
public class WebhookSecretResource {

    private static final String UNKEPT = "no-store";

    @Inject
    Webhooks webhooks;

    @Inject
    Callers callers;

    @Context
    HttpServletRequest request;

    @GET
    public Response secret() {
        return unkept(webhooks.secret(owner()));
    }

    @POST
    public Response change() {
        return unkept(webhooks.changeSecret(owner()));
    }

    private String owner() {
        return callers.require(request, Scope.TRADE).id();
    }

    private static Response unkept(SecretInfo secret) {
        return Response.ok(secret).header(HttpHeaders.CACHE_CONTROL, UNKEPT).build();
    }
}
