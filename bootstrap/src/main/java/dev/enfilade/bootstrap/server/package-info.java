/**
 * The HTTP server: sockets, admission, limits, cancellation and drain. It knows requests only as far as these go; what
 * they mean is the surfaces' business.
 */
@NullMarked
package dev.enfilade.bootstrap.server;

import org.jspecify.annotations.NullMarked;
