/**
 * This service's own copy of events, invitations and units, kept up to date by the feed of
 * events-service.
 */
@NullMarked
package id.hadir.attendance.eventcopy;

import org.jspecify.annotations.NullMarked;
