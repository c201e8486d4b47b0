@NullMarked
package id.hadir.load;

import org.jspecify.annotations.NullMarked;
