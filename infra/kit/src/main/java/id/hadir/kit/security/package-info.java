/**
 * Who calls: the gateway's JWT becomes an {@link id.hadir.kit.security.Actor}, and one table per
 * service says which role may call which endpoint.
 */
@NullMarked
package id.hadir.kit.security;

import org.jspecify.annotations.NullMarked;
