/** The OpenAI HTTP API. Relays requests and answers as bytes; sees neither a backend nor another adapter. */
@NullMarked
package dev.enfilade.adapter.in.openai;

import org.jspecify.annotations.NullMarked;
