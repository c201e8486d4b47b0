/** Tests of what is told about failures. */
@NullMarked
package id.hadir.kit.problem;

import org.jspecify.annotations.NullMarked;
