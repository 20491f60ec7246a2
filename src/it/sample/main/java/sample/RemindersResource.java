package sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
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
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.CallerSource;
import tickertape.tape.stream.StreamHub;
import tickertape.web.ProblemException;

/// Writes reminders, which only their owner reads.
@Path("reminders")
@RequestScoped
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
    Instance<CallerSource> callers;

    @Context
    HttpServletRequest request;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response write(NewReminder draft) {
        String account = account();
        var reminder = new Reminder(draft.text(), clock.instant());
        hub.publish(List.of(new Draft(topic, "", jsonb.toJson(reminder)).ownedBy(account)));
        return Response.status(Response.Status.CREATED).entity(reminder).build();
    }

    // A server that keeps no accounts has no bean that knows the caller.
    private String account() {
        String challenge = callers.isResolvable() ? callers.get().challenge() : "Bearer";
        return callers.stream()
                .flatMap(source -> source.caller(request).stream())
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.unauthorized("a reminder needs an owner: say who you are", challenge));
    }
}
