/** Events, agenda, venues, regions, units and invitations. */
@NullMarked
package id.hadir.events;

import org.jspecify.annotations.NullMarked;
