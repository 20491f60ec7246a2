package tickertape.identity.jwt;

import java.net.URI;
import java.util.Optional;

/// Whose tokens are good here.
///
/// @param id what its tokens have as `iss`
/// @param audience what they must have as `aud`
/// @param keys where its keys are; empty where its discovery document says so
record TrustedIssuer(String id, String audience, Optional<URI> keys) {}
