@NullMarked
package id.hadir.gateway.secondfactor;

import org.jspecify.annotations.NullMarked;
