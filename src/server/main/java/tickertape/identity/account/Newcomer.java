package tickertape.identity.account;

import java.util.Set;

/// Somebody who has signed in at an issuer of identities.
///
/// @param id of the account, made of issuer and subject
/// @param name that people know there, in whatever form
/// @param rights that the issuer says, all of them
public record Newcomer(String id, String issuer, String subject, String name, Set<String> rights) {

    public Newcomer {
        rights = Set.copyOf(rights);
    }
}
