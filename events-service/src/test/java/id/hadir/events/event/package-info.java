/** Tests of the feature {@code event}. */
@NullMarked
package id.hadir.events.event;

import org.jspecify.annotations.NullMarked;
