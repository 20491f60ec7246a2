package tickertape.web.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;

/// The page of a list that a request asks for: at most `limit` items, starting at `offset`.
///
/// @param offset 0 for the first item
/// @param limit at least 1
public record PageRequest(int offset, int limit) {

    // Always fits an int.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int NO_LIMIT = 999_999_999;

    /// Reads the page from the parameters of a query; without them, it is the whole list.
    ///
    /// @throws ProblemException 400 if a value is not a number or out of bounds
    public static PageRequest of(@Nullable String limit, @Nullable String offset) {
        return new PageRequest(number("offset", 0, NO_LIMIT, 0, offset), number("limit", 1, NO_LIMIT, NO_LIMIT, limit));
    }

    /// Reads how many items are wanted.
    ///
    /// @throws ProblemException 400 if that is not a number from 1 to `most`
    public static int limit(@Nullable String text, int otherwise, int most) {
        return number("limit", 1, most, otherwise, text);
    }

    private static int number(String parameter, int least, int most, int otherwise, @Nullable String text) {
        if (text == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "%s is a whole number from %s to %s, not '%s'".formatted(parameter, least, most, text));
        }
        return Integer.parseInt(text);
    }

    /// The items of this page; none if it is beyond the end of the list.
    public <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    /// Adds links to the other pages.
    ///
    /// @param size of the whole list
    public Response linked(Response response, UriInfo uri, int size) {
        return PageLink.add(Response.fromResponse(response), uri, links(size)).build();
    }

    List<PageLink> links(int size) {
        var links = new ArrayList<PageLink>();
        if (limit < NO_LIMIT) {
            int last = Math.max(0, (size - 1) / limit * limit);
            links.add(link("first", 0));
            if (offset > 0) {
                links.add(link("prev", Math.max(0, Math.min(offset - limit, last))));
            }
            if (offset < size - limit) {
                links.add(link("next", offset + limit));
            }
            links.add(link("last", last));
        }
        return links;
    }

    private PageLink link(String relation, int from) {
        return new PageLink(relation, "limit=%s&offset=%s".formatted(limit, from));
    }

    @Override
    public String toString() {
        return offset + "+" + limit;
    }
}
