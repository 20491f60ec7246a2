package sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import tickertape.identity.Callers;
import tickertape.identity.Scope;
import tickertape.identity.TellsNoPrices;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;

/// Writes reminders, which only their owner reads.
@Path("reminders")
@RequestScoped
@TellsNoPrices
public class RemindersResource {

    @Inject
    @Named(MemoBeans.REMINDER)
    TopicDefinition topic;

    @Inject
    StreamHub hub;

    @Inject
    Jsonb jsonb;

    @Inject
    InstantSource clock;

    @Inject
    Callers callers;

    @Context
    HttpServletRequest request;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response write(NewReminder draft) {
        String account = callers.require(request, Scope.TRADE).id();
        var reminder = new Reminder(draft.text(), clock.instant());
        hub.publish(List.of(new Draft(topic, "", jsonb.toJson(reminder)).ownedBy(account)));
        return Response.status(Response.Status.CREATED).entity(reminder).build();
    }
}
