/**
 * Answers of OpenAI-compatible servers, read from bytes into the domain's events and values. Nothing here sends, waits
 * or logs; how the bytes arrive is the transport's matter.
 */
@NullMarked
package dev.enfilade.adapter.out.openai.decode;

import org.jspecify.annotations.NullMarked;
