package tickertape.commentary;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.BuiltInAuthor;
import tickertape.commentary.model.ModelAuthor;
import tickertape.commentary.model.ModelSettings;
import tickertape.commentary.writing.TextHead;
import tickertape.commentary.writing.TextPiece;
import tickertape.commentary.writing.TextTopics;
import tickertape.identity.AccountDeleted;
import tickertape.market.Market;
import tickertape.market.ticker.TickListener;
import tickertape.store.Migrations;
import tickertape.tape.TopicVariants;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.rest.RecordJson;
import tickertape.web.start.StartupCheck;

/// Wires what is written about the market.
@ApplicationScoped
@ContextServiceDefinition(
        name = CommentaryBeans.NO_CONTEXT,
        cleared = {},
        propagated = {},
        unchanged = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(name = CommentaryBeans.THREADS, virtual = true, context = CommentaryBeans.NO_CONTEXT)
@ManagedThreadFactoryDefinition(name = CommentaryBeans.DESK, context = CommentaryBeans.NO_CONTEXT)
public class CommentaryBeans {

    private static final String COMMENTARY = TextHead.COMMENTARY;
    private static final String MODEL = "commentary.model";

    /// Virtual threads: one for each text, and one that paces them.
    static final String THREADS = "java:module/concurrent/commentary";

    /// Platform threads: one that waits for the database, and those that ask for the address of a model.
    static final String DESK = "java:module/concurrent/commentary-desk";

    static final String NO_CONTEXT = "java:module/concurrent/commentary-context";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedExecutorService threads;

    @Resource(lookup = DESK)
    ManagedThreadFactory desk;

    /// Texts for everybody, by language; none where nothing is written.
    @Produces
    @Singleton
    @Named(TextHead.COMMENTARY)
    static TopicVariants commentary(@ConfigProperties(prefix = COMMENTARY) CommentarySettings settings, Market market) {
        return settings.enabled ? TextTopics.commentary(market::hasSymbol) : TopicVariants.NONE;
    }

    /// Answers, each for who has asked.
    @Produces
    @Singleton
    @Named(TextHead.ANSWER)
    static TopicVariants answers(@ConfigProperties(prefix = COMMENTARY) CommentarySettings settings) {
        return settings.enabled ? TextTopics.answers(settings.checked().answersPerCaller) : TopicVariants.NONE;
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(COMMENTARY);
    }

    @Produces
    @Singleton
    static TextTopics topics(
            @Named(TextHead.COMMENTARY) TopicVariants commentary,
            @Named(TextHead.ANSWER) TopicVariants answers,
            Jsonb jsonb) {
        return new TextTopics(commentary, answers, RecordJson.writer(TextPiece.class, jsonb));
    }

    /// A model, if there is one.
    @Produces
    @Singleton
    Author author(
            @ConfigProperties(prefix = COMMENTARY) CommentarySettings settings,
            @ConfigProperties(prefix = MODEL) ModelSettings model,
            @NanoTime LongSupplier nanoTime) {
        Optional<Author> another = settings.enabled ? ModelAuthor.of(model, desk, nanoTime) : Optional.empty();
        return another.orElseGet(() -> new BuiltInAuthor(new SecureRandom()));
    }

    /// Nothing where nothing is written.
    @Produces
    @Singleton
    Optional<CommentaryParts> parts(
            @ConfigProperties(prefix = COMMENTARY) CommentarySettings settings, Instance<CommentaryAssembly> assembly) {
        return settings.enabled
                ? Optional.of(assembly.get().parts(settings.checked(), threads, desk))
                : Optional.empty();
    }

    static void close(@Disposes Optional<CommentaryParts> parts) {
        parts.ifPresent(CommentaryParts::close);
    }

    @Produces
    @Singleton
    static Optional<Commentary> commentary(Optional<CommentaryParts> parts) {
        return parts.map(CommentaryParts::commentary);
    }

    @Produces
    @Singleton
    static TickListener watcher(Optional<CommentaryParts> parts) {
        return parts.<TickListener>map(CommentaryParts::watcher).orElse(TickListener.NONE);
    }

    @Produces
    @Singleton
    static MultiCollector metrics(Optional<CommentaryParts> parts) {
        return parts.<MultiCollector>map(CommentaryParts::metrics).orElse(MetricSnapshots::of);
    }

    /// Always up, because prices go on without a word: its data says how that is.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(Optional<CommentaryParts> parts, Author author, HealthFigures figures) {
        return () -> {
            var response = HealthCheckResponse.named(COMMENTARY)
                    .up()
                    .withData("author", parts.isPresent() ? author.name() : "nobody");
            parts.ifPresent(each -> figures.in(
                    response,
                    Map.of(
                            "writing",
                            each.texts().running().size(),
                            "waiting",
                            each.newsroom().waiting(),
                            "dropped",
                            each.newsroom().dropped())));
            return response.build();
        };
    }

    static void deleted(@Observes AccountDeleted deletion, Optional<CommentaryParts> parts) {
        parts.ifPresent(each -> each.commentary().forget(deletion.account()));
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = COMMENTARY) CommentarySettings settings) {
        return settings::checked;
    }

    @Produces
    static StartupCheck modelCheck(@ConfigProperties(prefix = MODEL) ModelSettings settings) {
        return settings::checked;
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = COMMENTARY) CommentarySettings settings) {
        return new SettingsSummary(COMMENTARY, settings.inWords());
    }

    @Produces
    static SettingsSummary modelSummary(@ConfigProperties(prefix = MODEL) ModelSettings settings) {
        return new SettingsSummary("author", settings.inWords());
    }
}
