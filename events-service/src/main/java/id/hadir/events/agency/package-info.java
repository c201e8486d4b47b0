/** The agencies that organise events. */
@NullMarked
package id.hadir.events.agency;

import org.jspecify.annotations.NullMarked;
