/** A service as small as can be, on which the kit is tested. */
@NullMarked
package id.hadir.kit.app;

import org.jspecify.annotations.NullMarked;
