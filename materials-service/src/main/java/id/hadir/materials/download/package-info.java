/** Handing out the bytes of a material, whole or in part, to those who may have them. */
@NullMarked
package id.hadir.materials.download;

import org.jspecify.annotations.NullMarked;
