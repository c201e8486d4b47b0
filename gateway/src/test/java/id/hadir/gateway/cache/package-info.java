@NullMarked
package id.hadir.gateway.cache;

import org.jspecify.annotations.NullMarked;
