/** Tests of the feature {@code body}. */
@NullMarked
package id.hadir.events.body;

import org.jspecify.annotations.NullMarked;
