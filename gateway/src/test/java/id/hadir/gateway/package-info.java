/** The gateway as its callers and the services behind it see it. */
@NullMarked
package id.hadir.gateway;

import org.jspecify.annotations.NullMarked;
