package tickertape.web.write;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A response that can be sent again. Its entity must not change: a record, or bytes.
record StoredResponse(
        int status,
        MultivaluedMap<String, Object> headers,
        @Nullable Object entity) {

    static StoredResponse of(ContainerResponseContext response) {
        return new StoredResponse(
                response.getStatus(), new MultivaluedHashMap<>(response.getHeaders()), response.getEntity());
    }

    boolean isFailure() {
        return status >= 500;
    }

    /// Whether no cache may keep it.
    boolean isSecret() {
        return headers.getOrDefault(HttpHeaders.CACHE_CONTROL, List.of()).stream()
                .anyMatch(value -> value.toString().contains("no-store"));
    }

    Response replay() {
        Response.ResponseBuilder again = Response.status(status).entity(entity);
        headers.forEach((name, values) -> values.forEach(value -> again.header(name, value)));
        return again.header("Idempotency-Replayed", "true").build();
    }
}
