/** Tests of letters. */
@NullMarked
package id.hadir.events.letter;

import org.jspecify.annotations.NullMarked;
