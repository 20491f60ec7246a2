package tickertape.commentary.writing;

/// Keeps out of a text what is no text: control characters, and halves of characters.
final class Plain {

    private Plain() {}

    /// The text without control characters, except for line feeds.
    static String text(String text) {
        return text.codePoints().allMatch(Plain::isText)
                ? text
                : text.codePoints()
                        .filter(Plain::isText)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isText(int codePoint) {
        return codePoint == '\n' || !Character.isISOControl(codePoint);
    }

    /// The text without halves of characters.
    static String whole(String text) {
        return text.codePoints().noneMatch(Plain::isHalf)
                ? text
                : text.codePoints()
                        .filter(codePoint -> !isHalf(codePoint))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
