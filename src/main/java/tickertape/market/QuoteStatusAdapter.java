package tickertape.market;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Locale;

/// A quote's status as a JSON string in lower case.
public final class QuoteStatusAdapter implements JsonbAdapter<QuoteStatus, String> {

    @Override
    public String adaptToJson(QuoteStatus status) {
        return status.toString();
    }

    @Override
    public QuoteStatus adaptFromJson(String text) {
        return QuoteStatus.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
