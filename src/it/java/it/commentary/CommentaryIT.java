package it.commentary;

import java.util.Map;

/// The texts in a file of H2.
class CommentaryIT extends CommentaryOnServer {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
