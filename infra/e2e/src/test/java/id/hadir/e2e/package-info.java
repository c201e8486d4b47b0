/** Owns the tests of the whole product in a browser, on a system that the launcher has started. */
@NullMarked
package id.hadir.e2e;

import org.jspecify.annotations.NullMarked;
