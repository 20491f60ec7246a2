package tickertape.chat;

import tickertape.chat.store.ChatWorker;
import tickertape.web.PeriodicTask;

/// What a chat is made of, where there is one.
record ChatParts(ChatWorker worker, Chat chat, Moderation moderation, ChatMetrics metrics, PeriodicTask announcements)
        implements AutoCloseable {

    @Override
    public void close() {
        announcements.close();
        worker.close();
    }
}
