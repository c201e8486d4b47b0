/** Tests of the whole service, and what the tests of its features share. */
@NullMarked
package id.hadir.events;

import org.jspecify.annotations.NullMarked;
