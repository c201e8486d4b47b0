/** The pages on which organisers keep the registry of units. */
@NullMarked
package id.hadir.events.registry;

import org.jspecify.annotations.NullMarked;
