package id.hadir.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * {@code HADIR_HTTP_PORT}: a second port, without TLS, for who types the address without {@code
 * https}. It serves nothing and tells, whatever was asked, the same address with https (308 keeps
 * method and body). Where somebody is sent is the host that was asked for, as far as it is one.
 */
@Component
@ConditionalOnProperty({"hadir.http.port", TlsByFiles.CERTIFICATE})
final class PlainRedirect implements SmartLifecycle {

    private static final Pattern HOST =
            Pattern.compile(
                    "([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    private static final int HTTPS = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String address;
    private final int port;
    private final int securePort;
    private @Nullable DisposableServer server;

    PlainRedirect(
            @Value("${server.address}") String address,
            @Value("${hadir.http.port}") int port,
            @Value("${server.port}") int serverPort,
            @Value("${hadir.public-url}") URI publicUrl) {
        this.address = address;
        this.port = port;
        this.securePort = securePort(publicUrl, serverPort);
    }

    @Override
    public void start() {
        server =
                HttpServer.create()
                        .host(address)
                        .port(port)
                        .httpRequestDecoder(
                                limits -> limits.maxInitialLineLength(8192).maxHeaderSize(16384))
                        .requestTimeout(PATIENCE)
                        .idleTimeout(PATIENCE)
                        .handle(this::redirect)
                        .bindNow();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.disposeNow();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    int port() {
        return Objects.requireNonNull(server).port();
    }

    private Mono<Void> redirect(HttpServerRequest request, HttpServerResponse response) {
        String asked = request.requestHeaders().get(HttpHeaderNames.HOST, "");
        Matcher host = HOST.matcher(asked);
        response.keepAlive(false).header(HttpHeaderNames.CONTENT_LENGTH, "0");
        if (!host.matches()) {
            return response.status(HttpResponseStatus.BAD_REQUEST).send();
        }
        String authority = host.group(1) + (securePort == HTTPS ? "" : ":" + securePort);
        return response.status(HttpResponseStatus.PERMANENT_REDIRECT)
                .header(HttpHeaderNames.LOCATION, "https://" + authority + path(request.uri()))
                .send();
    }

    /** A request to a proxy names a whole address: that one is nobody's here. */
    private static String path(String uri) {
        return uri.startsWith("/") ? uri : "/";
    }

    /** The port of the address that people are told, which a machine in front may have mapped. */
    private static int securePort(URI publicUrl, int serverPort) {
        if (!"https".equals(publicUrl.getScheme())) {
            return serverPort;
        }
        return publicUrl.getPort() < 0 ? HTTPS : publicUrl.getPort();
    }
}
