package id.hadir.load.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Arrays;

/** One HTTP/1.1 connection that is kept open, for a thread that waits for each answer. */
public final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MS = 60_000;

    private final Socket socket;
    private byte[] received = new byte[8192];

    public Connection(InetSocketAddress server) throws IOException {
        socket = new Socket();
        socket.connect(server, TIMEOUT_MS);
        socket.setSoTimeout(TIMEOUT_MS);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Sends a request that is written out and reads its answer to the end. */
    public Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int filled = 0;
        while (true) {
            if (filled == received.length) {
                received = Arrays.copyOf(received, 2 * received.length);
            }
            int read = in.read(received, filled, received.length - filled);
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            filled += read;
            Answer answer = Answer.read(received, filled);
            if (answer != null) {
                return answer;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
