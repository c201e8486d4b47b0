/** Accounts: who may sign in, as what, and with which password. */
@NullMarked
package id.hadir.gateway.account;

import org.jspecify.annotations.NullMarked;
