/**
 * The administrative regions of Indonesia by their Kemendagri codes, and how they are first loaded.
 */
@NullMarked
package id.hadir.events.region;

import org.jspecify.annotations.NullMarked;
