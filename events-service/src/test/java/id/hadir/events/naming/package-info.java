/** Tests of the feature {@code naming}. */
@NullMarked
package id.hadir.events.naming;

import org.jspecify.annotations.NullMarked;
