package tickertape.web.write;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;

/// Reads the body of a write, and refuses one that is not JSON, not well-formed or too long.
final class JsonBody {

    // A name that stands twice in one object would mean one thing here and another elsewhere.
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /// A number of few characters, such as 1e999999999, must not become a text of gigabytes.
    private static final int MOST_PLACES = 500;

    private JsonBody() {}

    /// The body; empty if there is none.
    ///
    /// @param length as the request announces it, below 0 if it does not
    /// @param limit in bytes
    /// @throws ProblemException 413, 415 or 400
    static byte[] read(InputStream content, int length, @Nullable MediaType type, int limit) {
        checkLength(length, limit);
        byte[] body = received(content, limit + 1);
        checkLength(body.length, limit);
        if (body.length > 0) {
            checkType(type);
            checkSyntax(body);
        }
        return body;
    }

    private static byte[] received(InputStream content, int most) {
        try {
            return content.readNBytes(most);
        } catch (IOException broken) {
            // The client has gone, or sends something else than it has announced: nothing that our log should tell.
            throw new ProblemException(Status.BAD_REQUEST, "the body did not arrive whole");
        }
    }

    private static void checkLength(int length, int limit) {
        if (length > limit) {
            throw new ProblemException(
                    Status.REQUEST_ENTITY_TOO_LARGE, "the body is longer than the limit of %s bytes".formatted(limit));
        }
    }

    private static void checkType(@Nullable MediaType type) {
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isWildcardType()) {
            throw new ProblemException(
                    Status.UNSUPPORTED_MEDIA_TYPE,
                    "a write needs Content-Type: application/json%s".formatted(type == null ? "" : ", not " + type));
        }
    }

    private static long places(BigDecimal number) {
        return Math.max(number.precision(), Math.abs((long) number.scale()));
    }

    private static void checkSyntax(byte[] body) {
        // The parser alone sees what follows after the end, the reader alone a name that stands twice.
        try (var parser = PARSERS.createParser(new ByteArrayInputStream(body));
                var reader = READERS.createReader(new ByteArrayInputStream(body))) {
            while (parser.hasNext()) {
                if (parser.next() == Event.VALUE_NUMBER && places(parser.getBigDecimal()) > MOST_PLACES) {
                    throw new JsonException("a number of too many places");
                }
            }
            var _ = reader.readValue();
        } catch (JsonParsingException e) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "the body is not valid JSON: line %s, column %s"
                            .formatted(
                                    e.getLocation().getLineNumber(),
                                    e.getLocation().getColumnNumber()));
        } catch (RuntimeException e) {
            // Besides what it says by its own exception, the parser fails by others: a number with too many
            // digits, or too many brackets.
            throw new ProblemException(Status.BAD_REQUEST, "the body is not valid JSON");
        }
    }
}
