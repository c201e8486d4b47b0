package id.hadir.kit.message;

import reactor.core.publisher.Mono;

/**
 * Takes letters away; an error means that it may be tried again, unless it is a {@link
 * LetterRefused}.
 */
public interface Courier {

    Mono<Void> deliver(Letter letter);

    /** False where letters are only laid down until somebody sets a mail server up. */
    default boolean reachesPeople() {
        return true;
    }
}
