package tickertape.commentary.model;

/// Says that a provider has sent an error in the place of words.
final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProviderException(String message) {
        super(message);
    }
}
