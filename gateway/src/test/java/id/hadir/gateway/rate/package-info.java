@NullMarked
package id.hadir.gateway.rate;

import org.jspecify.annotations.NullMarked;
