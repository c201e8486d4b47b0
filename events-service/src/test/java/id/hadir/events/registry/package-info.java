/** Tests of the pages in this package. */
@NullMarked
package id.hadir.events.registry;

import org.jspecify.annotations.NullMarked;
