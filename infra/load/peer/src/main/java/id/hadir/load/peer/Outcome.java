package id.hadir.load.peer;

import org.springframework.http.HttpStatus;

/** What became of a wish to register. */
sealed interface Outcome {

    record Registered(RegistrationView view) implements Outcome {}

    record Refused(HttpStatus status, String code) implements Outcome {}
}
