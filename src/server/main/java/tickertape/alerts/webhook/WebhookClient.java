package tickertape.alerts.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.util.Timeout;
import tickertape.alerts.webhook.CheckedResolver.ForbiddenAddressException;

/// Sends by HTTP. It follows no redirect, keeps no cookie and no connection, and trusts the authorities that Java
/// trusts. Of an answer, the status counts: a body is read only if it is short. Safe for any thread.
final class WebhookClient implements Sender, AutoCloseable {

    private static final int LONGEST_BODY = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ScheduledExecutorService alarms;
    private final InstantSource clock;

    /// @param alarms end what takes too long
    WebhookClient(
            WebhookLimits limits,
            DnsResolver resolver,
            SSLContext tls,
            ScheduledExecutorService alarms,
            InstantSource clock) {
        this.timeout = limits.timeout();
        this.alarms = alarms;
        this.clock = clock;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(of(limits.connecting()))
                                .setSocketTimeout(of(timeout))
                                .build())
                        .setMaxConnTotal(limits.atOnce())
                        .setMaxConnPerRoute(limits.atOnce())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(of(timeout))
                        .setResponseTimeout(of(timeout))
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setUserAgent("Tickertape-Webhook")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    private static Timeout of(Duration time) {
        return Timeout.of(time);
    }

    @Override
    public Answer send(Message message) {
        HttpPost post = request(message);
        var isLate = new AtomicBoolean();
        Future<?> alarm = alarms.schedule(
                () -> {
                    isLate.set(true);
                    post.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answer(client.executeOpen(RoutingSupport.determineHost(post), post, HttpClientContext.create()));
        } catch (IOException | HttpException failure) {
            return new Answer.Failure(isLate.get() ? late() : reason(failure));
        } finally {
            alarm.cancel(false);
        }
    }

    // At once: else all of a body would be read first, even one that never ends.
    private Answer answer(ClassicHttpResponse response) {
        try {
            readShort(response.getEntity());
            return new Answer.Status(response.getCode(), wait(response));
        } finally {
            if (response instanceof ModalCloseable open) {
                open.close(CloseMode.IMMEDIATE);
            }
        }
    }

    private static HttpPost request(Message message) {
        var post = new HttpPost(message.uri());
        post.setHeader("webhook-id", message.id());
        post.setHeader("webhook-timestamp", Long.toString(message.timestamp()));
        post.setHeader("webhook-signature", String.join(" ", message.signatures()));
        post.setHeader("Accept", "*/*");
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        return post;
    }

    private Duration wait(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null || (response.getCode() != TOO_MANY && response.getCode() != UNAVAILABLE)) {
            return Duration.ZERO;
        }
        return retryAfter(header.getValue(), clock);
    }

    /// What a `Retry-After` says: seconds, or a time; zero if nobody understands it.
    static Duration retryAfter(String text, InstantSource clock) {
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration wait = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }

    // A receiver whose answer is read to its end does not see a broken connection. What is long is cut off.
    private static void readShort(HttpEntity entity) {
        if (entity == null || entity.getContentLength() < 0 || entity.getContentLength() > LONGEST_BODY) {
            return;
        }
        try (InputStream body = entity.getContent()) {
            var _ = body.readNBytes(LONGEST_BODY);
        } catch (IOException cut) {
            // The status has come, and that is all that counts.
            return;
        }
    }

    private String late() {
        return "there was no answer within " + timeout;
    }

    private String reason(Exception failure) {
        return switch (failure) {
            case ForbiddenAddressException _ -> "the host leads to an address that webhooks do not go to";
            case UnknownHostException _ -> "nobody knows the address of the host";
            case SSLException _ -> "there was no TLS that can be trusted, such as by a certificate of the host's own";
            case ConnectException _, ConnectTimeoutException _ -> "nobody took the connection";
            case SocketTimeoutException _ -> late();
            default -> "the connection broke before there was an answer";
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
