/** Tests of this feature. */
@NullMarked
package id.hadir.events.message;

import org.jspecify.annotations.NullMarked;
