@NullMarked
package id.hadir.kit.sheet;

import org.jspecify.annotations.NullMarked;
