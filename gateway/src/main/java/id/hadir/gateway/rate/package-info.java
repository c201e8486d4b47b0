/** How often one caller may ask: by account or ticket, else by address. */
@NullMarked
package id.hadir.gateway.rate;

import org.jspecify.annotations.NullMarked;
