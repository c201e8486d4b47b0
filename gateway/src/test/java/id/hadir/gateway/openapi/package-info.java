@NullMarked
package id.hadir.gateway.openapi;

import org.jspecify.annotations.NullMarked;
