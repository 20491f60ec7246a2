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

/// Makes responses in the format that the client prefers, or 304 if the client already has the content.
///
/// The body is made here as bytes and not by the JAX-RS runtime, so that HEAD has the length of GET.
@ApplicationScoped
public class ConditionalResponse {

    @Inject
    Jsonb jsonb;

    @Inject
    ProcessorGate gate;

    /// One record: a JSON object, or a CSV table with one line.
    ///
    /// @param state identifies the content: equal only if the record is equal
    public <T extends Record> Response one(HttpHeaders request, String state, Class<T> type, T one) {
        return respond(request, state, format -> switch (format) {
            case JSON -> bytes(jsonb.toJson(one));
            case CSV -> bytes(Csv.of(type, List.of(one)));
        });
    }

    /// Any number of records: a JSON array, or a CSV table.
    ///
    /// @param state identifies the content: equal only if the list is equal, including its order
    public <T extends Record> Response all(HttpHeaders request, String state, Class<T> type, List<T> all) {
        return respond(request, state, format -> switch (format) {
            case JSON -> RecordJson.of(type).map(json -> json.array(all)).orElseGet(() -> bytes(jsonb.toJson(all)));
            case CSV -> bytes(Csv.of(type, all));
        });
    }

    /// Anything as JSON, where that is the only format.
    public Response json(HttpHeaders request, Object content) {
        return file(request, MediaType.APPLICATION_JSON, jsonb.toJson(content));
    }

    /// A file in its only format; the JAX-RS runtime has checked that the client accepts it.
    public Response file(HttpHeaders request, String type, String text) {
        byte[] content = bytes(text);
        return respond(request, ETag.of(content), MediaType.valueOf(type), () -> content);
    }

    private Response respond(HttpHeaders request, String state, Function<ResponseFormat, byte[]> body) {
        ResponseFormat format = ResponseFormat.wanted(request.getAcceptableMediaTypes());
        return respond(
                request, ETag.weak(state + "-" + format), format.type(), () -> gate.compute(() -> body.apply(format)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response respond(HttpHeaders request, ETag tag, MediaType type, Supplier<byte[]> body) {
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Response.ResponseBuilder response = known != null && tag.isIn(known)
                ? Response.notModified()
                : ok(body.get(), type, request.getHeaderString(HttpHeaders.ACCEPT_ENCODING) != null);
        return response.header(HttpHeaders.ETAG, tag).build();
    }

    // If the body may be compressed, only the server knows its length.
    private static Response.ResponseBuilder ok(byte[] content, MediaType type, boolean compressible) {
        Response.ResponseBuilder ok = Response.ok(content, type);
        return compressible ? ok : ok.header(HttpHeaders.CONTENT_LENGTH, content.length);
    }
}
