/**
 * What every request for text can ask beside its words: how tokens are chosen, what is told about them, how the answer
 * comes.
 */
@NullMarked
package dev.enfilade.domain.request;

import org.jspecify.annotations.NullMarked;
