/**
 * Who did what, when and from where: entries that are only ever added, in the transaction that does
 * it, and seals that chain them, so that a gap shows.
 */
@NullMarked
package id.hadir.kit.audit;

import org.jspecify.annotations.NullMarked;
