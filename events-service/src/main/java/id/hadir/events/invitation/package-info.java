/**
 * Who is invited to an event: units by kind and region or one by one, their seats and their links.
 */
@NullMarked
package id.hadir.events.invitation;

import org.jspecify.annotations.NullMarked;
