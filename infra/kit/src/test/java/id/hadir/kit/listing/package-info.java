/** Tests of lists in pages. */
@NullMarked
package id.hadir.kit.listing;

import org.jspecify.annotations.NullMarked;
