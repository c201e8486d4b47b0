/** Seals the secrets in a database that must be read again, so that a stolen copy does not tell. */
@NullMarked
package id.hadir.kit.secret;

import org.jspecify.annotations.NullMarked;
