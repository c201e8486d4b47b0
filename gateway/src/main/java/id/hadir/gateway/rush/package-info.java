/** What keeps the site answering while everybody comes at once: room for registrations. */
@NullMarked
package id.hadir.gateway.rush;

import org.jspecify.annotations.NullMarked;
