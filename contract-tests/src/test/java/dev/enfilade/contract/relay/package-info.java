/**
 * What the packaged product relays under {@code /v1}, and what it refuses: byte for byte, over raw sockets on both
 * sides. Nothing here knows how it is built.
 */
@NullMarked
package dev.enfilade.contract.relay;

import org.jspecify.annotations.NullMarked;
