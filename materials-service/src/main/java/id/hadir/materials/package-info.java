/** Materials, who may see them, and who took note of them. */
@NullMarked
package id.hadir.materials;

import org.jspecify.annotations.NullMarked;
