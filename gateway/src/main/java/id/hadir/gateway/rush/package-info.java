/** What keeps the site answering while everybody comes at once: room, and cheap refusals. */
@NullMarked
package id.hadir.gateway.rush;

import org.jspecify.annotations.NullMarked;
