/** One OpenAPI document for the whole API, put together from each service's part. */
@NullMarked
package id.hadir.gateway.openapi;

import org.jspecify.annotations.NullMarked;
