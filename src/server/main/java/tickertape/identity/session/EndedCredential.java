package tickertape.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A session, or all sessions of an account, that ended before their time.
@Entity
@Table(name = "identity_ended")
class EndedCredential {

    @Id
    private String id = "";

    @Column(name = "ended")
    private Instant ended = Instant.EPOCH;

    @Column(name = "forgotten")
    private Instant forgotten = Instant.EPOCH;

    protected EndedCredential() {}

    /// @param id the credential of one session, or the id of an account
    /// @param ended what was issued up to then is over
    /// @param forgotten from when on it would have ended by itself
    EndedCredential(String id, Instant ended, Instant forgotten) {
        this.id = id;
        this.ended = ended;
        this.forgotten = forgotten;
    }

    String id() {
        return id;
    }

    Instant ended() {
        return ended;
    }

    Instant forgotten() {
        return forgotten;
    }
}
