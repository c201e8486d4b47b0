/** Messages to people: queued in the service's database, and sent by whoever carries them. */
@NullMarked
package id.hadir.kit.message;

import org.jspecify.annotations.NullMarked;
