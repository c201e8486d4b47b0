/** What the tests of all services share: a real PostgreSQL, tokens as the gateway makes them. */
@NullMarked
package id.hadir.kit.test;

import org.jspecify.annotations.NullMarked;
