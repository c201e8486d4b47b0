@NullMarked
package id.hadir.gateway.rush;

import org.jspecify.annotations.NullMarked;
