/** Signing in and out: bearer tokens, browser sessions, and slowing down those who guess. */
@NullMarked
package id.hadir.gateway.signin;

import org.jspecify.annotations.NullMarked;
