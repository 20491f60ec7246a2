package it.guard;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;

/// A resource that writes, as a feature in a jar may have one. It asks for no protection.
@Path("notes")
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {

    private static final AtomicInteger WRITTEN = new AtomicInteger();

    /// What a client writes.
    public record Note(String text, int stars) {

        public Note {
            if (stars < 0) {
                throw new IllegalArgumentException("the stars must not be negative, as " + stars);
            }
        }
    }

    @POST
    public Response write(Note note) {
        return Response.status(Response.Status.CREATED)
                .header("Written", WRITTEN.incrementAndGet())
                .entity(note)
                .build();
    }

    @GET
    public int written() {
        return WRITTEN.get();
    }

    @DELETE
    public void forget() {
        WRITTEN.set(0);
    }
}
