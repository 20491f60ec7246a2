package tickertape.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority that nobody knows, and a certificate of it for one host.
public final class SelfMadeAuthority {

    private static final char[] PASSWORD = "of no worth".toCharArray();
    private static final String KEYS = "-genkeypair -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12";

    private final KeyStore store;

    /// @param directory takes its files
    /// @param names of the host, such as `dns:bot.example,ip:127.0.0.1`
    public SelfMadeAuthority(Path directory, String names) throws IOException, GeneralSecurityException {
        Path file = directory.resolve("both.p12");
        keytool(file, KEYS + " -alias authority -dname CN=Nobody -ext bc:c");
        keytool(file, KEYS + " -alias host -dname CN=host -signer authority -ext san=" + names);
        store = KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    /// TLS of the host.
    public SSLContext host() throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("host", store.getKey("host", PASSWORD), PASSWORD, store.getCertificateChain("host"));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// TLS of who trusts this authority, and no other.
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", store.getCertificate("authority"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path file, String arguments) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var builder = new ProcessBuilder(Stream.of(
                                Stream.of(program, "-J-Duser.language=en"),
                                Arrays.stream(arguments.split(" ")),
                                Stream.of("-storepass:env", "PASSWORD", "-keystore", file.toString()))
                        .flatMap(part -> part)
                        .toList())
                .redirectErrorStream(true);
        builder.environment().put("PASSWORD", new String(PASSWORD));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }
}
