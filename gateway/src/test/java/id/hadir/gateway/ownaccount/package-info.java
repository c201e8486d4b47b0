@NullMarked
package id.hadir.gateway.ownaccount;

import org.jspecify.annotations.NullMarked;
