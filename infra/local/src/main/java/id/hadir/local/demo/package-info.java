/** Owns the demo: real events with example attendees, loaded through the public API alone. */
@NullMarked
package id.hadir.local.demo;

import org.jspecify.annotations.NullMarked;
