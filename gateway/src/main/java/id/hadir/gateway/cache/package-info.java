/** Keeps for a second or two what everybody may see, so that a crowd costs a handful of queries. */
@NullMarked
package id.hadir.gateway.cache;

import org.jspecify.annotations.NullMarked;
