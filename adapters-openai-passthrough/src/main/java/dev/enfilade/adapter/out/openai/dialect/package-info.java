/**
 * What kinds of OpenAI-compatible servers there are and how they differ: data only, so that a new kind is a value and
 * its recordings.
 */
@NullMarked
package dev.enfilade.adapter.out.openai.dialect;

import org.jspecify.annotations.NullMarked;
