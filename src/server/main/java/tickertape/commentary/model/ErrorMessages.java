package tickertape.commentary.model;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;

/// What a provider says has gone wrong, fit for the log: short, on one line, and without the key.
final class ErrorMessages {

    private static final int LONGEST = 200;

    private final Optional<String> key;

    /// @param key that must not be told
    ErrorMessages(Optional<String> key) {
        this.key = key;
    }

    /// The message in an error of the API. Whatever else is in there may be what the provider was asked, so it is not
    /// told.
    String of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject body = reader.readObject();
            JsonValue error = body.getOrDefault("error", body);
            JsonValue message =
                    error instanceof JsonObject object ? object.getOrDefault("message", JsonValue.NULL) : error;
            return message instanceof JsonString text ? plain(text.getString()) : "no message";
        } catch (JsonException nonsense) {
            return "no message in JSON";
        }
    }

    /// One line of a text.
    String plain(String text) {
        String told = key.map(secret -> text.replace(secret, "…")).orElse(text).replaceAll("\\p{Cntrl}+", " ");
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…";
    }
}
