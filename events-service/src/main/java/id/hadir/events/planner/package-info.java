/**
 * What an organiser plans around: clashes before an event is saved, and the calendar of a region.
 */
@NullMarked
package id.hadir.events.planner;

import org.jspecify.annotations.NullMarked;
