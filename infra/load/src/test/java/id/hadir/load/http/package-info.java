@NullMarked
package id.hadir.load.http;

import org.jspecify.annotations.NullMarked;
