package tickertape.chat;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import tickertape.chat.presence.Presence;
import tickertape.chat.store.LateMarks;
import tickertape.identity.AccountDeleted;
import tickertape.identity.AccountDirectory;
import tickertape.identity.AccountNamed;
import tickertape.identity.CallerNames;
import tickertape.identity.QuoteDelay;
import tickertape.market.Market;
import tickertape.store.Migrations;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the chat.
@ApplicationScoped
@ContextServiceDefinition(
        name = ChatBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = ChatBeans.THREADS, context = ChatBeans.CONTEXT)
public class ChatBeans {

    static final String CHAT = "chat";
    static final String MENTION = "mention";
    static final String READ_MARK = "read-mark";
    static final String ROOM = "room";
    static final String PRESENCE = "presence";

    /// Platform threads, because a database inside the server uses the processor.
    static final String THREADS = "java:module/concurrent/chat-threads";

    static final String CONTEXT = "java:module/concurrent/chat-context";

    /// How many mentions of an account are kept for readers that come back.
    private static final int MENTIONS = 100;

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    static Rooms rooms(Market market) {
        return new Rooms(market::hasSymbol);
    }

    /// Every message of the rooms; none where nobody may talk.
    @Produces
    @Singleton
    @Named(CHAT)
    static TopicVariants messages(@ConfigProperties(prefix = CHAT) ChatSettings settings, Rooms rooms) {
        return topic(settings, TopicDefinition.every(CHAT).keyedBy(ROOM, rooms::contains));
    }

    /// Messages that name the reader.
    @Produces
    @Singleton
    @Named(MENTION)
    static TopicVariants mentions(@ConfigProperties(prefix = CHAT) ChatSettings settings) {
        return topic(settings, TopicDefinition.every(MENTION).asPrivate().retaining(MENTIONS));
    }

    /// How far the reader has read, in whatever tab.
    @Produces
    @Singleton
    @Named(READ_MARK)
    static TopicVariants reads(@ConfigProperties(prefix = CHAT) ChatSettings settings, Rooms rooms) {
        return topic(
                settings,
                TopicDefinition.latest(READ_MARK).keyedBy(ROOM, rooms::contains).asPrivate());
    }

    /// The newest message of each room.
    @Produces
    @Singleton
    @Named(ROOM)
    static TopicVariants news(@ConfigProperties(prefix = CHAT) ChatSettings settings, Rooms rooms) {
        return topic(settings, TopicDefinition.latest(ROOM).keyedBy(ROOM, rooms::contains));
    }

    /// Who is in the rooms.
    @Produces
    @Singleton
    @Named(PRESENCE)
    static TopicVariants attendance(@ConfigProperties(prefix = CHAT) ChatSettings settings, Rooms rooms) {
        return topic(settings, TopicDefinition.latest(PRESENCE).keyedBy(ROOM, rooms::contains));
    }

    /// Hears who opens streams.
    @Produces
    @Singleton
    static Presence presence(AccountDirectory directory, @NanoTime LongSupplier nanoTime) {
        return new Presence(CHAT, ROOM, new SenderNames(new CallerNames(directory))::present, nanoTime);
    }

    private static TopicVariants topic(ChatSettings settings, TopicDefinition topic) {
        return settings.enabled ? TopicVariants.only(topic) : TopicVariants.NONE;
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(CHAT);
    }

    @Produces
    @Singleton
    static LateMarks late(Tape tape, QuoteDelay delay, InstantSource clock, @NanoTime LongSupplier nanoTime) {
        return new LateMarks(CHAT, new Position(tape.epoch(), 0), delay.length(), clock, nanoTime);
    }

    /// Nothing where nobody may talk.
    @Produces
    @Singleton
    Optional<ChatParts> parts(@ConfigProperties(prefix = CHAT) ChatSettings settings, Instance<ChatAssembly> assembly) {
        return settings.enabled ? Optional.of(assembly.get().parts(settings.checked(), threads)) : Optional.empty();
    }

    static void close(@Disposes Optional<ChatParts> parts) {
        parts.ifPresent(ChatParts::close);
    }

    @Produces
    @Singleton
    static ChatDesk desk(Optional<ChatParts> parts, QuoteDelay delay) {
        return new ChatDesk(parts, delay);
    }

    @Produces
    @Singleton
    static MultiCollector metrics(Optional<ChatParts> parts) {
        return parts.<MultiCollector>map(ChatParts::metrics).orElse(MetricSnapshots::of);
    }

    /// What an account has written has the name that it has now.
    static void named(@Observes AccountNamed account, Optional<ChatParts> parts) {
        parts.ifPresent(each -> each.chat().rename(account.account(), account.name()));
    }

    /// What an account that is gone has written stays, and nobody can tell any more who it was.
    static void deleted(@Observes AccountDeleted deletion, Optional<ChatParts> parts) {
        parts.ifPresent(each -> each.chat().forget(deletion.account()));
    }

    /// Always up, because prices go on without it: its data says how that is.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(Optional<ChatParts> parts, HealthFigures figures) {
        return () -> {
            var response = HealthCheckResponse.named(CHAT).up().withData("enabled", parts.isPresent());
            parts.ifPresent(each -> figures.in(
                    response.withData("ready", each.worker().isReady()),
                    Map.of("waiting", each.worker().waiting())));
            return response.build();
        };
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = CHAT) ChatSettings settings) {
        return settings::checked;
    }

    /// Being a parameter here begins to read the chat before anybody asks for it.
    @Produces
    static StartupCheck begin(Optional<ChatParts> parts) {
        return () -> {};
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = CHAT) ChatSettings settings) {
        return new SettingsSummary(CHAT, settings.inWords());
    }
}
