package tickertape.feeding.line;

/// Something that is no object of texts and numbers.
public final class JsonFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    JsonFault(String message) {
        super(message);
    }
}
