package tickertape.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import tickertape.chat.presence.Announcer;
import tickertape.chat.presence.Presence;
import tickertape.chat.presence.RoomNews;
import tickertape.chat.presence.Typing;
import tickertape.chat.store.ChatTape;
import tickertape.chat.store.ChatTopics;
import tickertape.chat.store.ChatWorker;
import tickertape.chat.store.HistoryReader;
import tickertape.chat.store.LateMarks;
import tickertape.chat.store.SendLimits;
import tickertape.identity.AccountDirectory;
import tickertape.identity.RandomId;
import tickertape.store.Database;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicVariants;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.PeriodicTask;

/// Puts together what is needed to talk, if anybody may.
@Dependent
class ChatAssembly {

    /// Of each room, so often at most.
    private static final Duration ANNOUNCE = Duration.ofSeconds(1);

    private static final int AUTHOR_BYTES = 9;

    @Inject
    Rooms rooms;

    @Inject
    @Named(ChatBeans.CHAT)
    TopicVariants messages;

    @Inject
    @Named(ChatBeans.MENTION)
    TopicVariants mentions;

    @Inject
    @Named(ChatBeans.READ_MARK)
    TopicVariants reads;

    @Inject
    @Named(ChatBeans.ROOM)
    TopicVariants news;

    @Inject
    @Named(ChatBeans.PRESENCE)
    TopicVariants attendance;

    @Inject
    Presence presence;

    @Inject
    Tape tape;

    @Inject
    StreamHub hub;

    @Inject
    LateMarks late;

    @Inject
    Database database;

    @Inject
    AccountDirectory directory;

    @Inject
    Jsonb jsonb;

    @Inject
    InstantSource clock;

    @Inject
    @NanoTime
    LongSupplier nanoTime;

    /// @param threads makes the thread that waits for the database, and one that tells who is there
    ChatParts parts(ChatSettings settings, ThreadFactory threads) {
        var topics = new ChatTopics(messages.topic(""), mentions.topic(""), reads.topic(""), jsonb::toJson);
        var fresh = new RoomNews();
        var typing = new Typing(nanoTime);
        var worker =
                new ChatWorker(database, topics, tape(), fresh::published, settings.keep, clock, nanoTime, threads);
        HistoryReader history = worker.history(late);
        var limits = new SendLimits(settings.rate, nanoTime);
        var counts = new ChatCounts();
        var random = new SecureRandom();
        var chat = new Chat(
                rooms,
                worker,
                history,
                limits,
                typing,
                directory,
                counts,
                () -> RandomId.of(random, AUTHOR_BYTES),
                settings.length,
                settings.edit);
        worker.start();
        var announcer = new Announcer(
                presence,
                typing,
                fresh,
                new Announcer.Topics(attendance.topic(""), news.topic(""), jsonb::toJson),
                hub::publish);
        var announcements = new PeriodicTask(threads, ANNOUNCE, announcer::announce);
        announcements.keepRunning();
        return new ChatParts(
                worker,
                chat,
                new Moderation(worker, history, counts),
                new ChatMetrics(counts, worker, presence),
                announcements);
    }

    private ChatTape tape() {
        return new ChatTape() {
            @Override
            public Position publish(List<Draft> drafts) {
                return hub.publish(drafts);
            }

            @Override
            public Position end() {
                return tape.end();
            }
        };
    }
}
