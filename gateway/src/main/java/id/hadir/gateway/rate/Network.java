package id.hadir.gateway.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where somebody calls from: an IPv4 address, or the first 64 bits of an IPv6 one, of which each
 * line has as many as it likes.
 */
record Network(boolean isV6, long prefix) {

    private static final List<String> SPEAKS_FOR_ANOTHER = List.of("X-Forwarded-For", "Forwarded");

    /**
     * Null for the machine itself, and for a trusted proxy that speaks for nobody else: a proxy may
     * pass on what its client made up.
     */
    static @Nullable Network of(ServerHttpRequest request, Pattern trusted) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null) {
            return null;
        }
        InetAddress address = remote.getAddress();
        if (address == null) { // no address, but what a proxy says for one
            return new Network(false, remote.getHostString().hashCode());
        }
        boolean isOurs =
                address.isLoopbackAddress() || trusted.matcher(remote.getHostString()).matches();
        if (isOurs && SPEAKS_FOR_ANOTHER.stream().noneMatch(request.getHeaders()::containsHeader)) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new Network(true, bytes.getLong())
                : new Network(false, bytes.getInt());
    }
}
