@NullMarked
package id.hadir.gateway.oidc;

import org.jspecify.annotations.NullMarked;
