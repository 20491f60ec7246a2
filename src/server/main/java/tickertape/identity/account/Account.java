package tickertape.identity.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Somebody who may sign in: here by a password, or at an issuer of identities that this server trusts.
// Queries read what no method does.
@SuppressWarnings("UnusedVariable")
@Entity
@Table(name = "identity_account")
public class Account {

    @Id
    private String id = "";

    private String name = "";

    private String skeleton = "";

    @Nullable
    private String password;

    @Nullable
    private String issuer;

    @Nullable
    private String subject;

    private String rights = "";

    private Instant created = Instant.EPOCH;

    protected Account() {}

    private Account(String id, AccountName name, Instant created) {
        this.id = id;
        this.name = name.text();
        this.skeleton = name.skeleton();
        this.created = created;
    }

    /// One that signs in here.
    ///
    /// @param password its hash, as [PasswordHash] writes it
    static Account withPassword(String id, AccountName name, String password, Instant created) {
        var account = new Account(id, name, created);
        account.password = password;
        return account;
    }

    /// One that signs in elsewhere.
    static Account of(String id, AccountName name, String issuer, String subject, Instant created) {
        var account = new Account(id, name, created);
        account.issuer = issuer;
        account.subject = subject;
        return account;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /// The hash of its password; null if it signs in elsewhere.
    @Nullable
    String password() {
        return password;
    }

    void password(String hash) {
        password = hash;
    }

    /// Sorted, so that they are written in one way.
    public Set<String> rights() {
        return rights.isEmpty() ? Set.of() : new TreeSet<>(Set.of(rights.split(" ")));
    }

    void rights(Set<String> words) {
        rights = String.join(" ", new TreeSet<>(words));
    }

    /// Whether it signs in elsewhere, so that its name and rights are what is said there.
    boolean isElsewhere() {
        return issuer != null;
    }

    void name(AccountName given) {
        name = given.text();
        skeleton = given.skeleton();
    }

    String skeleton() {
        return skeleton;
    }

    Instant created() {
        return created;
    }
}
