/** The short-lived JWT by which services know who calls, and the keys that sign it. */
@NullMarked
package id.hadir.gateway.token;

import org.jspecify.annotations.NullMarked;
