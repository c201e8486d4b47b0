/** Tests of the feature {@code unit}. */
@NullMarked
package id.hadir.events.unit;

import org.jspecify.annotations.NullMarked;
