/** Errors as RFC 9457 problem details, in the language of the caller. */
@NullMarked
package id.hadir.kit.problem;

import org.jspecify.annotations.NullMarked;
