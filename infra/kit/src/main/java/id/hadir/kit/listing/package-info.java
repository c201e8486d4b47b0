/** Lists in pages: limit, opaque cursor and the shape of the answer. */
@NullMarked
package id.hadir.kit.listing;

import org.jspecify.annotations.NullMarked;
