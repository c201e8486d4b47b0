/** What a ticket opens: a copy of the registrations, fed by the registrations feed. */
@NullMarked
package id.hadir.materials.ticket;

import org.jspecify.annotations.NullMarked;
