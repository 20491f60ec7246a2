package tickertape.alerts;

import jakarta.ws.rs.core.Response.Status;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.Repetition;
import tickertape.alerts.store.AlertStore;
import tickertape.alerts.store.FiringRow;
import tickertape.alerts.webhook.Webhook;
import tickertape.alerts.webhook.Webhooks;
import tickertape.identity.RandomId;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.web.ProblemException;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// What owners do with their alerts. Safe for any thread; throws `ProblemException` for what makes no sense, and
/// `DatabaseException` while the database is away.
final class Alerts {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final AlertStore store;
    private final Function<Symbol, Optional<Quote>> quotes;
    private final DelayedQuotes late;
    private final Market market;
    private final SenseCheck senses;
    private final AlertViews views;
    private final Webhooks webhooks;
    private final AlertLimits limits;
    private final InstantSource clock;
    private final SecureRandom random;

    /// Who asks.
    ///
    /// @param id of the account
    /// @param isLate whether it sees prices late
    /// @param mayRead whether its credential is for reading, too
    record Owner(String id, boolean isLate, boolean mayRead) {}

    /// @param quotes the newest of each symbol
    Alerts(
            AlertStore store,
            Function<Symbol, Optional<Quote>> quotes,
            DelayedQuotes late,
            Market market,
            SenseCheck senses,
            AlertViews views,
            Webhooks webhooks,
            AlertLimits limits,
            InstantSource clock,
            SecureRandom random) {
        this.store = store;
        this.quotes = quotes;
        this.late = late;
        this.market = market;
        this.senses = senses;
        this.views = views;
        this.webhooks = webhooks;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    List<AlertInfo> of(Owner owner) {
        return view(owner, store.of(owner.id()));
    }

    AlertInfo one(Owner owner, String id) {
        return view(owner, List.of(find(owner, id))).getFirst();
    }

    private List<AlertInfo> view(Owner owner, List<Alert> alerts) {
        Map<String, Webhook> hooks = webhooks.of(owner.id());
        return views.alerts(alerts, owner.isLate(), () -> store.fired(owner.id(), limits.kept())).stream()
                .map(info -> info.calling(hooks.get(info.id())))
                .toList();
    }

    /// The last firings, the newest first.
    List<FiringRow> fired(Owner owner, int limit) {
        return views.firings(store.fired(owner.id(), limits.kept()), owner.isLate()).stream()
                .limit(limit)
                .toList();
    }

    AlertInfo create(Owner owner, NewAlert wanted) {
        Condition condition = checked(owner, wanted.symbol(), wanted.wanted());
        var alert = new Alert(
                RandomId.of(random),
                owner.id(),
                wanted.symbol(),
                condition,
                wanted.repetition(),
                wanted.ends().map(this::end).orElse(null),
                wanted.note().orElse(""),
                Alert.State.ARMED,
                1,
                null,
                null,
                clock.instant(),
                0);
        if (!store.add(alert, webhooks.setting(owner.id(), alert.id(), wanted.webhook(), !owner.mayRead()))) {
            throw new ProblemException(
                    Status.CONFLICT,
                    "you have %s alerts, which is the most: delete one first".formatted(limits.perUser()));
        }
        return view(owner, List.of(alert)).getFirst();
    }

    AlertInfo change(Owner owner, String id, AlertChange change) {
        Alert before = find(owner, id);
        Optional<Condition> wanted = change.wanted();
        boolean isRevived = change.ends().isPresent() && before.hasEnded(clock.instant());
        boolean isArmed = change.active().orElse(false) || isRevived;
        // What waits already is not compared with the prices of now.
        Condition condition = wanted.isPresent() || isArmed
                ? checked(owner, before.symbol(), wanted.orElse(before.condition()))
                : before.condition();
        Alert changed = store.change(
                        owner.id(),
                        id,
                        alert -> changed(alert, change, condition),
                        webhooks.setting(owner.id(), id, change.webhook(), !owner.mayRead()))
                .orElseThrow(Alerts::unknown);
        return view(owner, List.of(changed)).getFirst();
    }

    private Alert changed(Alert alert, AlertChange change, Condition wanted) {
        @Nullable
        Instant ends = change.ends().isEmpty()
                ? alert.ends()
                : change.ends().filter(text -> !text.isEmpty()).map(this::end).orElse(null);
        Condition condition = change.condition().isPresent() ? wanted : alert.condition();
        Alert changed = alert.with(
                condition, repetition(change, alert), ends, change.note().orElse(alert.note()));
        if (!change.active().orElse(true)) {
            return changed.in(Alert.State.OFF);
        }
        boolean isArmed = change.active().orElse(false) && !alert.state().isWaiting();
        boolean isAnother = change.condition().isPresent() && alert.state() != Alert.State.OFF;
        return isArmed || isAnother ? changed.armedAnew() : changed;
    }

    private static Repetition repetition(AlertChange change, Alert alert) {
        try {
            return change.repetition(alert.repetition());
        } catch (IllegalArgumentException e) {
            throw SenseCheck.problem(String.valueOf(e.getMessage()));
        }
    }

    void delete(Owner owner, String id) {
        var _ = store.change(owner.id(), id, alert -> alert.in(Alert.State.DELETED))
                .orElseThrow(Alerts::unknown);
    }

    private Alert find(Owner owner, String id) {
        return store.find(owner.id(), id).orElseThrow(Alerts::unknown);
    }

    private Condition checked(Owner owner, Symbol symbol, Condition condition) {
        Instrument instrument =
                market.instrument(symbol).orElseThrow(() -> SenseCheck.problem("there is no instrument " + symbol));
        Optional<Quote> quote = owner.isLate() ? late.quote(symbol) : quotes.apply(symbol);
        return senses.check(condition, instrument, quote);
    }

    private Instant end(String text) {
        Instant now = clock.instant();
        try {
            Instant end = Instant.parse(text);
            if (end.isAfter(now.plus(LONGEST))) {
                throw SenseCheck.problem(
                        "the end %s is too far away: choose one before %s".formatted(text, now.plus(LONGEST)));
            }
            if (end.isAfter(now)) {
                return end;
            }
        } catch (DateTimeException e) {
            throw SenseCheck.problem("the end '%s' is no time such as %s".formatted(text, now.plusSeconds(1)));
        }
        throw SenseCheck.problem("the end %s has passed: choose one after %s".formatted(text, now));
    }

    private static ProblemException unknown() {
        return new ProblemException(Status.NOT_FOUND, "you have no such alert");
    }
}
