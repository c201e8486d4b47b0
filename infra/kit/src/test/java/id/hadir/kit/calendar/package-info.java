/** Tests of this concern. */
@NullMarked
package id.hadir.kit.calendar;

import org.jspecify.annotations.NullMarked;
