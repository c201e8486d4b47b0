/** The desk of organisers: their events, the forms to plan and move them, and whom they invite. */
@NullMarked
package id.hadir.events.organise;

import org.jspecify.annotations.NullMarked;
