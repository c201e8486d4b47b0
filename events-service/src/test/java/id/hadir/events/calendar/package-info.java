/** Tests of the feature {@code calendar}. */
@NullMarked
package id.hadir.events.calendar;

import org.jspecify.annotations.NullMarked;
