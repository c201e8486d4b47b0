/** Puts load on an HTTP server, cheaply, and tells what was answered and how fast. */
@NullMarked
package id.hadir.load.http;

import org.jspecify.annotations.NullMarked;
