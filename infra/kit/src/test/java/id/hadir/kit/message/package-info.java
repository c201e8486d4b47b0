/** Tests of this concern. */
@NullMarked
package id.hadir.kit.message;

import org.jspecify.annotations.NullMarked;
