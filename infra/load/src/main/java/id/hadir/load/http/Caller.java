package id.hadir.load.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One connection of a crowd, with at most one request under way. */
final class Caller {

    enum State {
        CONNECTING,
        /** May send. */
        FREE,
        /** Has sent, and waits for the answer. */
        ASKING,
        /** Asks again later for what was refused, or connects again later. */
        RESTING
    }

    private final Selector selector;
    private State state = State.CONNECTING;
    private @Nullable SocketChannel channel;
    private byte[] received = new byte[2048];
    private int filled;
    private byte @Nullable [] request;
    private int refusals;
    private long dueAt;
    private long sentAt;
    private long restsUntil;

    Caller(Selector selector) {
        this.selector = selector;
    }

    void connect(InetSocketAddress server) throws IOException {
        close();
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.register(selector, SelectionKey.OP_CONNECT, this);
        opened.connect(server);
        state = State.CONNECTING;
    }

    void finishConnecting(SelectionKey key) throws IOException {
        open().finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        state = State.FREE;
    }

    /**
     * @param due when it ought to be sent, which may be past
     */
    void send(byte[] what, long due, long now) throws IOException {
        request = what;
        dueAt = due;
        refusals = 0;
        sendAgain(now);
    }

    /** Sends what was refused once more; nothing when there is nothing. */
    void sendAgain(long now) throws IOException {
        if (request == null) {
            return;
        }
        state = State.ASKING;
        sentAt = now;
        filled = 0;
        ByteBuffer left = ByteBuffer.wrap(request);
        while (left.hasRemaining()) {
            open().write(left);
        }
    }

    /**
     * Takes what has come.
     *
     * @return null while the answer is not whole
     */
    @Nullable Answer receive() throws IOException {
        int read = open().read(ByteBuffer.wrap(received, filled, received.length - filled));
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        filled += read;
        Answer answer = Answer.read(received, filled);
        if (filled == received.length) {
            received = Arrays.copyOf(received, 2 * received.length);
        }
        return answer;
    }

    /** The request under way is answered, or lost. */
    void finish() {
        request = null;
        state = State.FREE;
    }

    /** How often the request under way was refused, with this time. */
    int refused() {
        return ++refusals;
    }

    void rest(long until) {
        restsUntil = until;
        state = State.RESTING;
    }

    boolean is(State asked) {
        return state == asked;
    }

    boolean hasRequest() {
        return request != null;
    }

    long dueAt() {
        return dueAt;
    }

    long sentAt() {
        return sentAt;
    }

    long restsUntil() {
        return restsUntil;
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException isGoneAlready) {
            channel = null;
        }
    }

    private SocketChannel open() throws IOException {
        if (channel == null) {
            throw new IOException("not connected");
        }
        return channel;
    }
}
