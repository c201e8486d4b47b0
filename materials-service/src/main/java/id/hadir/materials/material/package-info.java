/**
 * Materials of an event with their versions: what they are, who may see them, and how they come in.
 */
@NullMarked
package id.hadir.materials.material;

import org.jspecify.annotations.NullMarked;
