/** One public word on whether the whole system works. */
@NullMarked
package id.hadir.gateway.health;

import org.jspecify.annotations.NullMarked;
