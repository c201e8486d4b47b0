@NullMarked
package id.hadir.gateway.signin;

import org.jspecify.annotations.NullMarked;
