package tickertape.commentary;

import java.util.Optional;
import java.util.regex.Pattern;
import tickertape.commentary.author.Language;

/// The body of a question.
///
/// @param symbol what it is about; empty for the market, or for whatever the question names
/// @param language of the answer
public record NewQuestion(Optional<String> symbol, String question, String language) {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    public NewQuestion {
        question = question.strip();
        if (question.isEmpty()) {
            throw new IllegalArgumentException("the question is empty");
        }
        if (question.codePoints().anyMatch(NewQuestion::isNoText)) {
            throw new IllegalArgumentException("the question has a control character");
        }
        if (Language.of(language).isEmpty()) {
            throw new IllegalArgumentException(
                    "the language is one of %s, not '%s'".formatted(String.join(", ", Language.texts()), language));
        }
    }

    private static boolean isNoText(int codePoint) {
        return (Character.isISOControl(codePoint) && codePoint != '\n')
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    Language answerLanguage() {
        return Language.of(language).orElseThrow();
    }

    /// How many characters it has, as people count them.
    int length() {
        return (int) CHARACTER.matcher(question).results().count();
    }
}
