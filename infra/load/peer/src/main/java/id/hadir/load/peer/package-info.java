/**
 * The textbook's way to register people: Spring MVC on virtual threads, JPA, one transaction for
 * each, which locks the event's row. It makes the checks of attendance-service for an open event
 * and writes the same row; it knows no invitations, no idempotency keys and no feed, which makes it
 * cheaper.
 */
@NullMarked
package id.hadir.load.peer;

import org.jspecify.annotations.NullMarked;
