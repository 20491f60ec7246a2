package tickertape.identity.token;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Scope;

/// A token that a service uses in the name of an account. Only a hash of it is kept.
@Entity
@Table(name = "identity_token")
class ApiToken {

    @Id
    private String id = "";

    private String account = "";

    private String name = "";

    private String hash = "";

    private String scopes = "";

    private Instant created = Instant.EPOCH;

    @Nullable
    private Instant expires;

    protected ApiToken() {}

    ApiToken(
            String id,
            String account,
            String name,
            String hash,
            Set<Scope> scopes,
            Instant created,
            @Nullable Instant expires) {
        this.id = id;
        this.account = account;
        this.name = name;
        this.hash = hash;
        this.scopes = scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
        this.created = created;
        this.expires = expires;
    }

    String id() {
        return id;
    }

    /// What callers have that come with it.
    String credential() {
        return "token:" + id;
    }

    String account() {
        return account;
    }

    String name() {
        return name;
    }

    String hash() {
        return hash;
    }

    Set<Scope> scopes() {
        return Stream.of(scopes.split(" "))
                .flatMap(text -> Scope.of(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Instant created() {
        return created;
    }

    /// Empty if it has no end.
    Optional<Instant> expires() {
        return Optional.ofNullable(expires);
    }
}
