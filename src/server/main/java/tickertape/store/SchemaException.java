package tickertape.store;

import org.jspecify.annotations.Nullable;

/// Says why the tables in the database are not those that this server needs: in one line, for who operates it.
final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
