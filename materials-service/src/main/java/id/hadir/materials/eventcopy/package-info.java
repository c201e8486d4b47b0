/** What materials need to know of events, invitations and units: a copy, fed by the events feed. */
@NullMarked
package id.hadir.materials.eventcopy;

import org.jspecify.annotations.NullMarked;
