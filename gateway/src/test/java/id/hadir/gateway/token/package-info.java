@NullMarked
package id.hadir.gateway.token;

import org.jspecify.annotations.NullMarked;
