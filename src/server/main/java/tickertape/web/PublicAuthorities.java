package tickertape.web;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/// The certificate authorities that Java trusts, whatever the server makes of its own key store: for asking others.
public final class PublicAuthorities {

    private PublicAuthorities() {}

    /// TLS that believes in them.
    public static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
