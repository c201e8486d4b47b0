/**
 * Messages to invited offices: that they are invited, that time or place have changed, that it is
 * called off.
 */
@NullMarked
package id.hadir.events.message;

import org.jspecify.annotations.NullMarked;
