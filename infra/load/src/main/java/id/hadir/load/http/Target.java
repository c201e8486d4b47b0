package id.hadir.load.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where requests go.
 *
 * @param headers that every request carries, each ended by CRLF
 */
public record Target(InetSocketAddress server, String headers) {

    public static Target of(String url) {
        URI uri = URI.create(url);
        return new Target(new InetSocketAddress(uri.getHost(), uri.getPort()), "");
    }

    public static Target of(int port, String headers) {
        return new Target(new InetSocketAddress("127.0.0.1", port), headers);
    }

    /** A target with one more header. */
    public Target with(String name, String value) {
        return new Target(server, headers + name + ": " + value + "\r\n");
    }

    public byte[] get(String path) {
        return (head("GET", path) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    public byte[] post(String path, String mediaType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                (head("POST", path)
                                + "Content-Type: "
                                + mediaType
                                + "\r\nContent-Length: "
                                + bytes.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        return request;
    }

    private String head(String method, String path) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: "
                + server.getHostString()
                + ":"
                + server.getPort()
                + "\r\n"
                + headers;
    }
}
