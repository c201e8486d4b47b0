/** Tests of the whole service, and what they share. */
@NullMarked
package id.hadir.attendance;

import org.jspecify.annotations.NullMarked;
