package id.hadir.gateway.signin;

import java.time.Duration;

/**
 * How many failed attempts are free before each further one has to wait.
 *
 * @param free attempts without waiting
 * @param longestWait waiting doubles from two seconds up to this
 * @param forgottenAfter quiet time after which counting starts anew
 */
record Allowance(int free, Duration longestWait, Duration forgottenAfter) {

    boolean isUsedUpBy(int failures) {
        return failures >= free;
    }
}
