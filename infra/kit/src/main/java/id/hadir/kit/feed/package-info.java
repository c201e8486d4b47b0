/**
 * State that moves between services: a producer appends entries in the transaction that changes its
 * state, a consumer applies them and its cursor in one transaction of its own.
 *
 * <p>{@code GET /feeds/NAME?after=CURSOR&wait=20s&consumer=NAME} is a long poll that answers a
 * CloudEvents 1.0 JSON batch; the id of each event is the cursor after it.
 */
@NullMarked
package id.hadir.kit.feed;

import org.jspecify.annotations.NullMarked;
