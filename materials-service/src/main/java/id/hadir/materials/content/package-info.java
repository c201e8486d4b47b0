/**
 * The bytes of materials on disk: each content once, named by its SHA-256, complete or not there at
 * all.
 */
@NullMarked
package id.hadir.materials.content;

import org.jspecify.annotations.NullMarked;
