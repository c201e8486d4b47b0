/** Tests of the feature {@code agency}. */
@NullMarked
package id.hadir.events.agency;

import org.jspecify.annotations.NullMarked;
