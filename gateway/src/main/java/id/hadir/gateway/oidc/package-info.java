/** Owns signing in and out by an OpenID Connect provider. */
@NullMarked
package id.hadir.gateway.oidc;

import org.jspecify.annotations.NullMarked;
