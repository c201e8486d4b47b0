/** Tests of the feature {@code invitation}. */
@NullMarked
package id.hadir.events.invitation;

import org.jspecify.annotations.NullMarked;
