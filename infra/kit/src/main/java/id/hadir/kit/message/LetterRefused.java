package id.hadir.kit.message;

/** The receiving side will not take that letter, however often it is tried. */
class LetterRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LetterRefused(Throwable cause) {
        super(cause);
    }
}
