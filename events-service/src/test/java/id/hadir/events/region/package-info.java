/** Tests of the feature {@code region}. */
@NullMarked
package id.hadir.events.region;

import org.jspecify.annotations.NullMarked;
