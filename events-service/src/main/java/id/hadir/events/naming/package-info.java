/** How names are folded so that spellings that people take for the same compare as the same. */
@NullMarked
package id.hadir.events.naming;

import org.jspecify.annotations.NullMarked;
