/** Tests of the pages in this package. */
@NullMarked
package id.hadir.events.venue;

import org.jspecify.annotations.NullMarked;
