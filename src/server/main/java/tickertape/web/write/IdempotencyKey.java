package tickertape.web.write;

import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tickertape.web.ProblemException;

/// Reads the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a text that is new for each write,
/// and
/// the same when a client repeats one.
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    // The draft asks for quotes. Many clients leave them out.
    private static final Pattern KEY = Pattern.compile("\"([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\w.:-]{1,255})");

    private IdempotencyKey() {}

    static String of(String header) {
        Matcher key = KEY.matcher(header);
        if (!key.matches()) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "%s is a text of 1 to 255 characters in quotes, such as \"8e03978e-40d5\"".formatted(HEADER));
        }
        return key.group(1) == null ? key.group(2) : key.group(1);
    }
}
