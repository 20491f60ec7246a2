package it.guard;

import it.LibertyServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts the one certificate in a server's key store, under any host name.
public final class Trusting extends X509ExtendedTrustManager {

    private final Certificate certificate;

    private Trusting(Certificate certificate) {
        this.certificate = certificate;
    }

    static HttpClient of(LibertyServer server, String password) throws IOException, GeneralSecurityException {
        return HttpClient.newBuilder().sslContext(context(server, password)).build();
    }

    /// The same for sockets.
    public static SSLContext context(LibertyServer server, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(server.keyStore())) {
            store.load(file, password.toCharArray());
        }
        Certificate certificate = store.getCertificate(store.aliases().nextElement());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting(certificate)}, new SecureRandom());
        return context;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (!chain[0].equals(certificate)) {
            throw new CertificateException("not the certificate in the key store: " + chain[0]);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
