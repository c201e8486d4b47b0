/** Tests of letters. */
@NullMarked
package id.hadir.events.share;

import org.jspecify.annotations.NullMarked;
