/** Tests of papers. */
@NullMarked
package id.hadir.kit.pdf;

import org.jspecify.annotations.NullMarked;
