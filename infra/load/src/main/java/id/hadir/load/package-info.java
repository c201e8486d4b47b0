/** Measures a running system from outside, beside what its database and its HTTP path can do. */
@NullMarked
package id.hadir.load;

import org.jspecify.annotations.NullMarked;
