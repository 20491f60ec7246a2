package tickertape.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who makes a request, and what it may do.
///
/// @param id of the account; it never changes and never belongs to anybody else
/// @param name as people see it
/// @param rights such as those of [Rights]
/// @param credential what it has proved itself by, such as one session: if that ends, so does all that it opened
/// @param until when the credential ends by itself; empty if never
public record Caller(
        String id, String name, Set<String> rights, Set<Scope> scopes, String credential, Optional<Instant> until)
        implements Principal {

    /// How the ids of those begin whom an issuer of identities vouches for. The rest is made of issuer and subject.
    public static final String ELSEWHERE = "jwt:";

    public Caller {
        rights = Set.copyOf(rights);
        scopes = Set.copyOf(scopes);
    }

    /// Whether an account of this id is one of somebody who has no password here.
    public static boolean isElsewhere(String id) {
        return id.startsWith(ELSEWHERE);
    }

    /// What stays the same when the credential is renewed, and is different for one that may do something else. A
    /// service
    /// gets another token of its issuer every few minutes.
    String lastingCredential() {
        return credential.startsWith(ELSEWHERE)
                ? "%s %s %s".formatted(id, new TreeSet<>(scopes), new TreeSet<>(rights))
                : credential;
    }

    public boolean has(String right) {
        return rights.contains(right);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /// The id: whatever belongs to a principal belongs to that.
    @Override
    public String getName() {
        return id;
    }
}
