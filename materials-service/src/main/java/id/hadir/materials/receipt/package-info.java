/** Which office has received a material, taken note of it, and passed it on to how many. */
@NullMarked
package id.hadir.materials.receipt;

import org.jspecify.annotations.NullMarked;
