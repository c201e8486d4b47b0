/** Tests of the pages in this package. */
@NullMarked
package id.hadir.events.organise;

import org.jspecify.annotations.NullMarked;
