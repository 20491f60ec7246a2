package tickertape.commentary.store;

import tickertape.commentary.writing.EndedText;

/// What is to be done in the database, one after the other.
sealed interface ArchiveTask {

    /// What it is told apart by: a later one replaces the one that waits.
    String key();

    /// Keep a text.
    record Keep(EndedText text) implements ArchiveTask {

        @Override
        public String key() {
            return text.text().id();
        }
    }

    /// Delete all answers to somebody.
    record Forget(String owner) implements ArchiveTask {

        @Override
        public String key() {
            return "owner " + owner;
        }
    }
}
