/**
 * The streaming core as a client and a backend see it, through the packaged product: truth about broken streams,
 * cancelling, order. Its scripted backend and strict client serve the chaos run too.
 */
@NullMarked
package dev.enfilade.contract.core;

import org.jspecify.annotations.NullMarked;
