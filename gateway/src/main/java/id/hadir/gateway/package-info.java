/** The edge: one address, routes, sign-in, sessions, limits and headers. It knows no domain. */
@NullMarked
package id.hadir.gateway;

import org.jspecify.annotations.NullMarked;
