/** Hadir's public API as a program on this machine calls it. */
@NullMarked
package id.hadir.local.api;

import org.jspecify.annotations.NullMarked;
