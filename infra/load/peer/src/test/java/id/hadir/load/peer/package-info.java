/** The peer on a real PostgreSQL. */
@NullMarked
package id.hadir.load.peer;

import org.jspecify.annotations.NullMarked;
