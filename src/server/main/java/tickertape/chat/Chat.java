package tickertape.chat;

import jakarta.ws.rs.core.Response.Status;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tickertape.chat.presence.Typing;
import tickertape.chat.store.ChatMessage;
import tickertape.chat.store.ChatWorker;
import tickertape.chat.store.Deleting;
import tickertape.chat.store.Editing;
import tickertape.chat.store.Forgetting;
import tickertape.chat.store.HistoryPage;
import tickertape.chat.store.HistoryQuery;
import tickertape.chat.store.HistoryReader;
import tickertape.chat.store.Mention;
import tickertape.chat.store.OwnMessage;
import tickertape.chat.store.ReadMark;
import tickertape.chat.store.Reading;
import tickertape.chat.store.Renaming;
import tickertape.chat.store.RoomState;
import tickertape.chat.store.SendLimits;
import tickertape.chat.store.Sending;
import tickertape.chat.store.SentMessage;
import tickertape.chat.text.AuthorName;
import tickertape.chat.text.MentionFinder;
import tickertape.chat.text.MessageText;
import tickertape.identity.AccountDirectory;
import tickertape.identity.CallerNames;
import tickertape.identity.Rights;
import tickertape.web.ProblemException;

/// What people do in the rooms. Safe for any thread; throws `ProblemException` for what they may not, and
/// `DatabaseException` or a 503 while the database is away.
final class Chat {

    private static final Logger LOG = System.getLogger(Chat.class.getName());

    private final Rooms rooms;
    private final ChatWorker worker;
    private final HistoryReader history;
    private final SendLimits limits;
    private final Typing typing;
    private final AccountDirectory directory;
    private final SenderNames names;
    private final ChatCounts counts;
    private final Supplier<String> ids;
    private final MessagePage.Limits messageLimits;

    /// @param ids makes ids of authors
    /// @param longest how many characters a message may have
    /// @param edit how long it can be changed
    Chat(
            Rooms rooms,
            ChatWorker worker,
            HistoryReader history,
            SendLimits limits,
            Typing typing,
            AccountDirectory directory,
            ChatCounts counts,
            Supplier<String> ids,
            int longest,
            Duration edit) {
        this.rooms = rooms;
        this.worker = worker;
        this.history = history;
        this.limits = limits;
        this.typing = typing;
        this.directory = directory;
        this.names = new SenderNames(new CallerNames(directory));
        this.counts = counts;
        this.ids = ids;
        messageLimits = new MessagePage.Limits(longest, edit);
    }

    SentMessage send(Participant participant, String room, NewMessage message) {
        requireVoice(participant, room);
        String text = text(message.text());
        // Before the queue, so that who floods it waits there for nobody.
        limits.secondsToWait(participant.account())
                .ifPresent(seconds -> requireRepetition(participant, message.id(), seconds));
        var content = new Sending.Content(room, message.id(), text, mentioned(text));
        SentMessage sent = worker.write(new Sending(names.sender(participant), content, limits, ids));
        typing.end(room, participant.account());
        counts.add(sent.isNew() ? ChatCounts.Outcome.SENT : ChatCounts.Outcome.REPEATED);
        return sent;
    }

    // Who sends again what was sent before is answered, however much was sent since.
    private void requireRepetition(Participant participant, String id, long seconds) {
        if (!history.isSent(participant.account(), id)) {
            counts.add(ChatCounts.Outcome.LIMITED);
            throw limits.tooMany(seconds);
        }
    }

    ChatMessage edit(Participant participant, String room, long seq, TextChange change) {
        requireVoice(participant, room);
        String text = text(change.text());
        limits.secondsToWait(participant.account()).ifPresent(seconds -> {
            counts.add(ChatCounts.Outcome.LIMITED);
            throw limits.tooMany(seconds);
        });
        var content = new Editing.Content(room, seq, text, mentioned(text));
        ChatMessage edited = worker.write(new Editing(participant.sender(), content, messageLimits.edit(), limits));
        counts.add(ChatCounts.Outcome.EDITED);
        return edited;
    }

    Deleting.Done delete(Participant participant, String room, long seq) {
        rooms.require(room);
        if (participant.isLate() && seq > history.lastLate(room)) {
            throw OwnMessage.missing();
        }
        Deleting.Done done = worker.write(new Deleting(participant.account(), room, seq, participant.isModerator()));
        if (done.isNew()) {
            counts.add(ChatCounts.Outcome.DELETED);
        }
        return done;
    }

    void type(Participant participant, String room) {
        requireVoice(participant, room);
        history.requireVoice(participant.account());
        typing.begin(room, participant.account(), names.sender(participant).name());
    }

    void stopTyping(Participant participant, String room) {
        rooms.require(room);
        typing.end(room, participant.account());
    }

    /// @param account whose page it is; empty for nobody in particular
    MessagePage page(HistoryQuery query, boolean isLate, Optional<String> account) {
        rooms.require(query.room());
        HistoryPage page = history.page(query, isLate);
        @Nullable String own = account.flatMap(history::author).orElse(null);
        return MessagePage.of(query.room(), page, query.limit(), messageLimits, own);
    }

    void read(Participant participant, String room, ReadUpTo mark) {
        rooms.require(room);
        var upTo = new ReadMark(room, mark.seq());
        if (participant.isLate()) {
            long last = history.lastLate(room);
            if (mark.seq() > last) {
                throw Reading.beyond(upTo, last);
            }
        }
        var _ = worker.write(new Reading(participant.account(), upTo));
    }

    List<RoomState> states(Participant participant) {
        return history.states(participant.account(), Rooms.FLOOR, participant.isLate());
    }

    List<Mention> mentions(Participant participant, int limit) {
        return history.mentions(participant.account(), limit, participant.isLate());
    }

    /// An account has another name now. Who signs in does not wait for that: where it fails, the next time counts.
    void rename(String account, String name) {
        try {
            worker.put(new Renaming(account, AuthorName.of(name, account)));
        } catch (ProblemException busy) {
            LOG.log(
                    Level.INFO,
                    "An author keeps the old name until it writes or signs in again: {0}",
                    busy.getMessage());
        }
    }

    void forget(String account) {
        var _ = worker.write(new Forgetting(account));
    }

    private void requireVoice(Participant participant, String room) {
        if (participant.isLate()) {
            throw new ProblemException(
                    Status.FORBIDDEN,
                    "who reads late may not write: this takes the right '%s'".formatted(Rights.REALTIME));
        }
        rooms.require(room);
    }

    private String text(String sent) {
        try {
            return MessageText.of(sent, messageLimits.length()).text();
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(Status.BAD_REQUEST, String.valueOf(refused.getMessage()));
        }
    }

    private Map<String, String> mentioned(String text) {
        MentionFinder finder = MentionFinder.of(text);
        if (finder.names().isEmpty()) {
            return Map.of();
        }
        Map<String, AccountDirectory.Entry> known = directory.find(finder.names());
        var mentioned = new TreeMap<String, String>();
        finder.longest(known).forEach(entry -> mentioned.put(entry.name(), entry.id()));
        return mentioned;
    }
}
