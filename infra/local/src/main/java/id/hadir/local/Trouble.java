package id.hadir.local;

import org.jspecify.annotations.Nullable;

/** What keeps Hadir from starting, told to the operator as one line with its remedy. */
public class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Trouble(String what, String remedy) {
        this(what, remedy, null);
    }

    public Trouble(String what, String remedy, @Nullable Throwable cause) {
        super(what + ": " + remedy, cause);
    }
}
