/** Which service answers which path, and what passes the edge in either direction. */
@NullMarked
package id.hadir.gateway.edge;

import org.jspecify.annotations.NullMarked;
