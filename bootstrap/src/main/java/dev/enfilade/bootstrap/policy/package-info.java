/**
 * The policies of calls to backends: how many at once, which way, how often. No protocol is known here, and nothing is
 * repeated of which a client may have seen a byte.
 */
@NullMarked
package dev.enfilade.bootstrap.policy;

import org.jspecify.annotations.NullMarked;
