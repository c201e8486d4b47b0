/** Tests of the pages in this package. */
@NullMarked
package id.hadir.events.browse;

import org.jspecify.annotations.NullMarked;
