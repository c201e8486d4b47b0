/** Events and invitations in plain words, to be pasted into a chat. */
@NullMarked
package id.hadir.events.share;

import org.jspecify.annotations.NullMarked;
