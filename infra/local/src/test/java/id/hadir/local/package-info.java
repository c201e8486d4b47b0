/** Owns the tests of the launcher's parts. */
@NullMarked
package id.hadir.local;

import org.jspecify.annotations.NullMarked;
