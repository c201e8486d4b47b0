/** Owns the run on one machine: an embedded PostgreSQL and the four services as processes. */
@NullMarked
package id.hadir.local;

import org.jspecify.annotations.NullMarked;
