package tickertape.commentary.author;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a text is written in.
public enum Language {
    EN,
    ZH;

    /// As on the wire.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> of(String text) {
        return Arrays.stream(values())
                .filter(language -> language.text().equals(text))
                .findFirst();
    }

    /// All of them, as on the wire.
    public static List<String> texts() {
        return Arrays.stream(values()).map(Language::text).toList();
    }
}
