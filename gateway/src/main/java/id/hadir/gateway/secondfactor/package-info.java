/** The second factor: one-time codes of an authenticator app (TOTP), and codes for its loss. */
@NullMarked
package id.hadir.gateway.secondfactor;

import org.jspecify.annotations.NullMarked;
