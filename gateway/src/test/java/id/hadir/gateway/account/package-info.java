@NullMarked
package id.hadir.gateway.account;

import org.jspecify.annotations.NullMarked;
