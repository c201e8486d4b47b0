@NullMarked
package id.hadir.gateway.health;

import org.jspecify.annotations.NullMarked;
