/** Reads the ids that callers send back. */
@NullMarked
package id.hadir.kit.id;

import org.jspecify.annotations.NullMarked;
