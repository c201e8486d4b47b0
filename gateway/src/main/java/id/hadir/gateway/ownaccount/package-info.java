/** What a person who is signed in sees and changes of the own account. */
@NullMarked
package id.hadir.gateway.ownaccount;

import org.jspecify.annotations.NullMarked;
