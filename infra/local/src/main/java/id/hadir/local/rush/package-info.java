/** Owns the opening of an event as the rehearsal plays it: many people at once, all made up. */
@NullMarked
package id.hadir.local.rush;

import org.jspecify.annotations.NullMarked;
