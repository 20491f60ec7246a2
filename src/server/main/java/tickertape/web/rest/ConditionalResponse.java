package tickertape.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Answers who asks once: in the form that the client likes best, and not again to one that has it already.
///
/// A body is bytes here, not left to the JAX-RS runtime to write: so a HEAD has the length that a GET has.
@ApplicationScoped
public class ConditionalResponse {

    @Inject
    Jsonb jsonb;

    /// One record: a JSON object, or a table of one line.
    ///
    /// @param state what the record is a picture of: the same only where the record is
    public <T extends Record> Response one(HttpHeaders request, String state, Class<T> type, T one) {
        return answer(request, state, format -> switch (format) {
            case JSON -> jsonb.toJson(one);
            case CSV -> Csv.of(type, List.of(one));
        });
    }

    /// Any number of records: a JSON array, or a table.
    ///
    /// @param state what the list is a picture of: the same only where the list is, be it in another order or part
    public <T extends Record> Response all(HttpHeaders request, String state, Class<T> type, List<T> all) {
        return answer(request, state, format -> switch (format) {
            case JSON -> jsonb.toJson(all);
            case CSV -> Csv.of(type, all);
        });
    }

    /// What is to be had in one form only, which the JAX-RS runtime has found to be wanted.
    public Response file(HttpHeaders request, String type, byte[] content) {
        return answer(request, ETag.of(content), MediaType.valueOf(type), () -> content);
    }

    private static Response answer(HttpHeaders request, String state, Function<ResponseFormat, String> body) {
        ResponseFormat format = ResponseFormat.wanted(request.getAcceptableMediaTypes());
        return answer(
                request,
                ETag.weak(state + "-" + format),
                format.type(),
                () -> body.apply(format).getBytes(StandardCharsets.UTF_8));
    }

    private static Response answer(HttpHeaders request, ETag tag, MediaType type, Supplier<byte[]> body) {
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Response.ResponseBuilder answer = known != null && tag.isIn(known)
                ? Response.notModified()
                : ok(body.get(), type, request.getHeaderString(HttpHeaders.ACCEPT_ENCODING) != null);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    // How long a body is that may be compressed, only the server can say.
    private static Response.ResponseBuilder ok(byte[] content, MediaType type, boolean compressible) {
        Response.ResponseBuilder ok = Response.ok(content, type);
        return compressible ? ok : ok.header(HttpHeaders.CONTENT_LENGTH, content.length);
    }
}
