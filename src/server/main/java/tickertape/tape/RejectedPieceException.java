package tickertape.tape;

/// The tape does not take a piece of a growing text; nothing of the batch was appended.
///
/// The text has ended or would become too long, another publisher appends to it too, or the topic has no room for
/// another text because none of those that it keeps has ended.
public class RejectedPieceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RejectedPieceException(String message) {
        super(message);
    }
}
