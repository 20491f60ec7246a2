package tickertape.chat;

import tickertape.chat.store.ChatWorker;

/// What a chat is made of, where there is one.
record ChatParts(ChatWorker worker, Chat chat, Moderation moderation, ChatMetrics metrics) implements AutoCloseable {

    @Override
    public void close() {
        worker.close();
    }
}
