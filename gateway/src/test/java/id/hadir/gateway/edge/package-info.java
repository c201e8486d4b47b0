@NullMarked
package id.hadir.gateway.edge;

import org.jspecify.annotations.NullMarked;
