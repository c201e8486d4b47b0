package id.hadir.gateway.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody calls from: an IPv4 address, or the first 64 bits of an IPv6 one, of which each
 * line has as many as it likes.
 */
record Network(boolean isV6, long prefix) {

    /**
     * Null for the machine itself, and for a trusted proxy that speaks for nobody else.
     *
     * @param remote of the connection, or what a trusted proxy says instead
     */
    static @Nullable Network of(@Nullable InetSocketAddress remote, Pattern trusted) {
        if (remote == null) {
            return null;
        }
        InetAddress address = remote.getAddress();
        if (address == null) { // no address, but what a proxy says for one
            return new Network(false, remote.getHostString().hashCode());
        }
        if (address.isLoopbackAddress() || trusted.matcher(remote.getHostString()).matches()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new Network(true, bytes.getLong())
                : new Network(false, bytes.getInt());
    }
}
