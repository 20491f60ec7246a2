package tickertape.chat;

import java.util.regex.Pattern;

/// The body of a request that sends a message.
///
/// @param id made by the client: the same when it is sent again
public record NewMessage(String id, String text) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    public NewMessage {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id is 8 to 64 letters, digits, '-' and '_', not '%s'"
                    .formatted(id.length() > 64 ? id.substring(0, 64) : id));
        }
    }
}
