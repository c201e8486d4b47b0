/** Venues of earlier events, so that nobody types one twice. */
@NullMarked
package id.hadir.events.venue;

import org.jspecify.annotations.NullMarked;
