package tickertape.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/// Leads to another page of a list (RFC 8288), relative to the URL of the request, which a proxy may have changed.
///
/// @param relation such as `next`
/// @param query of the other page; its path is the same
public record PageLink(String relation, String query) {

    /// Adds a header for each link.
    public static ResponseBuilder add(ResponseBuilder response, UriInfo uri, List<PageLink> links) {
        String path = uri.getRequestUri().getRawPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        links.forEach(link -> response.header(HttpHeaders.LINK, link.text(name)));
        return response;
    }

    // With the last segment of the path, because many clients resolve a query alone wrongly.
    private String text(String name) {
        return "<./%s?%s>; rel=\"%s\"".formatted(name, query, relation);
    }
}
