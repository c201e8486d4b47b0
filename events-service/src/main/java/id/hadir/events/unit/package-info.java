/**
 * The offices that are invited: one for each region from the start, and those that organisers add.
 */
@NullMarked
package id.hadir.events.unit;

import org.jspecify.annotations.NullMarked;
