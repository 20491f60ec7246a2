package it.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A self-signed certificate for this machine, and its key, as nginx reads them.
///
/// @param file the certificate
/// @param keyFile its key
/// @param store both, as Java reads them
record Certificate(Path file, Path keyFile, KeyStore store) {

    private static final char[] PASSWORD = "of no worth".toCharArray();
    private static final String NAME = "nginx";

    static Certificate make(Path directory) {
        Path both = directory.resolve("both.p12");
        try {
            keytool(both);
            var store = KeyStore.getInstance(both.toFile(), PASSWORD);
            Path file = directory.resolve("tls.crt");
            Path keyFile = directory.resolve("tls.key");
            Files.writeString(
                    file, pem("CERTIFICATE", store.getCertificate(NAME).getEncoded()));
            Files.writeString(
                    keyFile, pem("PRIVATE KEY", store.getKey(NAME, PASSWORD).getEncoded()));
            return new Certificate(file, keyFile, store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Trusts this certificate and no other.
    SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, store.getCertificate(NAME));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path file) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments = "-genkeypair -alias nginx -keyalg EC -groupname secp256r1 -dname CN=127.0.0.1 "
                + "-ext san=ip:127.0.0.1 -validity 2 -storetype PKCS12 -storepass:env PASSWORD -keystore";
        List<String> command = Stream.of(
                        Stream.of(program), Stream.of(arguments.split(" ")), Stream.of(file.toString()))
                .flatMap(part -> part)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PASSWORD", new String(PASSWORD));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private static String pem(String what, byte[] bytes) {
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, encoder.encodeToString(bytes));
    }
}
