/**
 * The streaming core as a client and a backend see it, through the packaged product: truth about broken streams,
 * cancelling, order.
 */
@NullMarked
package dev.enfilade.contract.core;

import org.jspecify.annotations.NullMarked;
