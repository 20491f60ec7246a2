package tickertape.feeding.line;

/// Reads one JSON object (RFC 8259) whose values are texts, numbers or `null`. What else it finds is an
/// [JsonFault] that says so.
///
/// By hand, because a line is short, and a parser costs several times what it reads.
final class FlatJson {

    /// Takes a field that is not null.
    interface Fields {
        void take(String name, String value, boolean isNumber);
    }

    private final String text;
    private final Fields fields;
    private int at;

    private FlatJson(String text, Fields fields) {
        this.text = text;
        this.fields = fields;
    }

    static void read(String text, Fields fields) {
        new FlatJson(text, fields).object();
    }

    private void object() {
        blanks();
        expect('{');
        blanks();
        if (peek() == '}') {
            at++;
        } else {
            do {
                blanks();
                field();
                blanks();
            } while (more());
        }
        blanks();
        if (at < text.length()) {
            throw fault("something follows the object");
        }
    }

    private boolean more() {
        char next = take();
        if (next != ',' && next != '}') {
            at--;
            throw fault("a comma or } is missing");
        }
        return next == ',';
    }

    private void field() {
        String name = string();
        blanks();
        expect(':');
        blanks();
        char first = peek();
        if (first == '"') {
            fields.take(name, string(), false);
        } else if (first == '-' || isDigit(first)) {
            fields.take(name, number(), true);
        } else if (text.startsWith("null", at)) {
            at += "null".length();
        } else {
            throw fault("the field '%s' is neither a text nor a number".formatted(name));
        }
    }

    private String string() {
        expect('"');
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            plain();
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        var unescaped = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            unescaped.append(peek() == '\\' ? escaped() : plain());
        }
        at++;
        return unescaped.toString();
    }

    private char plain() {
        char next = take();
        if (next < ' ') {
            at--;
            throw fault("a control character is not escaped");
        }
        return next;
    }

    private char escaped() {
        at++;
        char kind = take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("\\%s is no escape".formatted(kind));
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char next = take();
            int digit = next < 128 ? Character.digit(next, 16) : -1;
            if (digit < 0) {
                throw fault("\\u takes four hexadecimal digits");
            }
            code = 16 * code + digit;
        }
        return (char) code;
    }

    private String number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return text.substring(start, at);
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw fault("a digit is missing");
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw fault("%s is missing".formatted(wanted));
        }
        at++;
    }

    private char take() {
        if (at >= text.length()) {
            throw fault("the line ends too early");
        }
        return text.charAt(at++);
    }

    // Where the text has ended, a character that is nowhere allowed.
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private JsonFault fault(String what) {
        return new JsonFault("no JSON object at character %s: %s".formatted(at + 1, what));
    }
}
